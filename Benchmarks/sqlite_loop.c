/* The least that pages can cost: the statements that the project's own use cases asked of the database, with the same
 * values, asked again of a copy of the same file through SQLite's C interface: prepared once, every column read, no HTTP,
 * no policy, no page. `Measure statements` writes the file of statements and explains its lines.
 *
 *   sqlite_loop DATABASE STATEMENTS [GROUP]
 *
 * Writes are committed as the server commits them: on disk when the commit returns, up to GROUP of them together
 * (1 when not said). Prints a line of JSON for each page. The database is written to: give it a copy.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_VALUES = 4096, MOST_STATEMENTS = 4096 };

struct value { char kind; sqlite3_int64 number; double real; char *bytes; int length; };
struct run { int statement, enough, count; struct value *values; };
struct step { char kind; struct run run; char *name; };

static struct step *steps;
static size_t step_count, step_room;
static char *texts[MOST_STATEMENTS];
static int text_count;
static sqlite3 *reader, *writer;
static sqlite3_stmt *prepared[2][MOST_STATEMENTS];

static double seconds(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void stop(const char *what, sqlite3 *database) {
    fprintf(stderr, "sqlite_loop: %s: %s\n", what, database ? sqlite3_errmsg(database) : "");
    exit(3);
}

static int digit(char letter) { return letter <= '9' ? letter - '0' : letter - 'a' + 10; }

static struct value read_value(char *word) {
    struct value value = {.kind = word[0]};
    if (word[0] == 'i') value.number = atoll(word + 1);
    if (word[0] == 'r') value.real = atof(word + 1);
    if (word[0] != 't' && word[0] != 'b') return value;
    value.length = (int)strlen(word + 1) / 2;
    value.bytes = malloc((size_t)value.length + 1);
    for (int place = 0; place < value.length; place++)
        value.bytes[place] = (char)(digit(word[1 + 2 * place]) << 4 | digit(word[2 + 2 * place]));
    return value;
}

static struct run read_run(char *words) {
    static struct value values[MOST_VALUES];
    struct run run = {0};
    run.statement = atoi(strtok(words, " "));
    run.enough = atoi(strtok(NULL, " "));
    for (char *word; (word = strtok(NULL, " "));) {
        if (run.count == MOST_VALUES) stop("too many values", NULL);
        values[run.count++] = read_value(word);
    }
    run.values = malloc(sizeof(struct value) * (size_t)run.count + 1);
    memcpy(run.values, values, sizeof(struct value) * (size_t)run.count);
    return run;
}

static void read_file(const char *path) {
    FILE *file = fopen(path, "r");
    if (!file) stop(path, NULL);
    char *line = NULL;
    size_t room = 0;
    for (ssize_t length; (length = getline(&line, &room, file)) > 0;) {
        line[length - 1] = 0;
        if (line[0] == 'S') {
            if (text_count == MOST_STATEMENTS) stop("too many statements", NULL);
            texts[text_count++] = strdup(line + 2);
            continue;
        }
        if (step_count == step_room) steps = realloc(steps, sizeof(struct step) * (step_room = step_room * 2 + 1024));
        struct step step = {.kind = line[0]};
        if (line[0] == 'P') step.name = strdup(line + 2);
        if (line[0] == 'X') step.run = read_run(line + 2);
        steps[step_count++] = step;
    }
    fclose(file);
}

static sqlite3 *open_database(const char *path, int writes) {
    sqlite3 *database;
    if (sqlite3_open_v2(path, &database, writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
        stop(path, database);
    const char *settings = writes ? "PRAGMA foreign_keys=ON; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                                    "PRAGMA secure_delete=ON; PRAGMA cache_size=-32768"
                                  : "PRAGMA query_only=ON; PRAGMA cache_size=-8192";
    if (sqlite3_exec(database, settings, NULL, NULL, NULL) != SQLITE_OK) stop("settings", database);
    return database;
}

static void control(sqlite3 *database, const char *word) {
    if (sqlite3_exec(database, word, NULL, NULL, NULL) != SQLITE_OK) stop(word, database);
}

/* Runs one statement to its end, or until its rows are enough, reading every column; gives how many rows it read. */
static unsigned long ask(int writes, const struct run *run) {
    sqlite3 *database = writes ? writer : reader;
    sqlite3_stmt **statement = &prepared[writes][run->statement];
    if (!*statement
        && sqlite3_prepare_v3(database, texts[run->statement], -1, SQLITE_PREPARE_PERSISTENT, statement, NULL) != SQLITE_OK)
        stop(texts[run->statement], database);
    for (int place = 0; place < run->count; place++) {
        const struct value *value = &run->values[place];
        switch (value->kind) {
        case 'n': sqlite3_bind_null(*statement, place + 1); break;
        case 'i': sqlite3_bind_int64(*statement, place + 1, value->number); break;
        case 'r': sqlite3_bind_double(*statement, place + 1, value->real); break;
        case 't': sqlite3_bind_text(*statement, place + 1, value->bytes, value->length, SQLITE_STATIC); break;
        default: sqlite3_bind_blob(*statement, place + 1, value->bytes, value->length, SQLITE_STATIC); break;
        }
    }
    unsigned long rows = 0;
    int result;
    while ((result = sqlite3_step(*statement)) == SQLITE_ROW) {
        rows++;
        for (int column = sqlite3_column_count(*statement); column-- > 0;) {
            sqlite3_column_text(*statement, column);
            sqlite3_column_bytes(*statement, column);
        }
        if (rows == (unsigned long)run->enough) break;
    }
    if (result != SQLITE_DONE && result != SQLITE_ROW) stop(texts[run->statement], database);
    sqlite3_reset(*statement);
    return rows;
}

struct figures { const char *name; unsigned long times, rows, statements, writes, commits; double reads, cpu, wall; };

static void print(struct figures *figures) {
    if (!figures->name) return;
    double times = (double)figures->times;
    printf("{\"page\": \"%s\", \"times\": %lu, \"cpu_us\": %.1f, \"reads_cpu_us\": %.1f, \"wall_us\": %.1f, "
           "\"rows\": %.1f, \"statements\": %.1f, \"writes\": %.1f, \"commits\": %.2f}\n",
           figures->name, figures->times, figures->cpu * 1e6 / times, figures->reads * 1e6 / times,
           figures->wall * 1e6 / times, (double)figures->rows / times, (double)figures->statements / times,
           (double)figures->writes / times, (double)figures->commits / times);
}

int main(int count, char **words) {
    if (count < 3 || count > 4) {
        fprintf(stderr, "sqlite_loop DATABASE STATEMENTS [GROUP]\n");
        return 2;
    }
    read_file(words[2]);
    int group = count == 4 ? atoi(words[3]) : 1;
    writer = open_database(words[1], 1);
    reader = open_database(words[1], 0);
    struct figures figures = {0};
    int writes = 0, uncommitted = 0;
    double cpu = 0, wall = 0, began = 0;
    for (size_t place = 0; place <= step_count; place++) {
        char kind = place < step_count ? steps[place].kind : 'P';
        if (kind == 'P') {
            if (uncommitted) { control(writer, "COMMIT"); figures.commits++; uncommitted = 0; }
            figures.cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
            figures.wall = seconds(CLOCK_MONOTONIC) - wall;
            print(&figures);
            if (place == step_count) break;
            figures = (struct figures){.name = steps[place].name};
            cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
            wall = seconds(CLOCK_MONOTONIC);
        } else if (kind == 'N') {
            figures.times++;
        } else if (kind == 'R' || kind == 'W') {
            writes = kind == 'W';
            if (!writes) { began = seconds(CLOCK_PROCESS_CPUTIME_ID); control(reader, "BEGIN"); }
            else if (!uncommitted) control(writer, "BEGIN IMMEDIATE");
        } else if (kind == 'X') {
            figures.rows += ask(writes, &steps[place].run);
            figures.statements++;
        } else if (!writes) {
            control(reader, "COMMIT");
            figures.reads += seconds(CLOCK_PROCESS_CPUTIME_ID) - began;
        } else {
            figures.writes++;
            if (++uncommitted >= group) { control(writer, "COMMIT"); figures.commits++; uncommitted = 0; }
        }
    }
    sqlite3_close(reader);
    sqlite3_close(writer);
    return 0;
}
