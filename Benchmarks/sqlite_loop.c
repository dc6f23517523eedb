/* The least a page can cost: the page's own queries through SQLite's C interface, every column read, no HTTP and no
 * policy of its own. Reads statements from a file, one a line, and prints the CPU microseconds of one page's worth.
 *
 *   sqlite_loop DATABASE STATEMENTS ROUNDS
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double cpu_seconds(void) {
    struct timespec spent;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return (double)spent.tv_sec + (double)spent.tv_nsec / 1e9;
}

int main(int count, char **words) {
    if (count != 4) {
        fprintf(stderr, "sqlite_loop DATABASE STATEMENTS ROUNDS\n");
        return 2;
    }
    sqlite3 *database;
    if (sqlite3_open_v2(words[1], &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) return 3;
    FILE *file = fopen(words[2], "r");
    if (!file) return 3;
    sqlite3_stmt *statements[256];
    int known = 0;
    char *line = NULL;
    size_t room = 0;
    while (known < 256 && getline(&line, &room, file) > 0) {
        if (strspn(line, " \n") == strlen(line)) continue;
        if (sqlite3_prepare_v3(database, line, -1, SQLITE_PREPARE_PERSISTENT, &statements[known], NULL) != SQLITE_OK) {
            fprintf(stderr, "sqlite_loop: %s\n", sqlite3_errmsg(database));
            return 3;
        }
        known++;
    }
    int rounds = atoi(words[3]);
    unsigned long rows = 0, bytes = 0;
    double start = 0;
    for (int round = -rounds / 10; round < rounds; round++) {
        if (round == 0) {
            start = cpu_seconds();
            rows = 0;
        }
        sqlite3_exec(database, "BEGIN", NULL, NULL, NULL);
        for (int index = 0; index < known; index++) {
            while (sqlite3_step(statements[index]) == SQLITE_ROW) {
                rows++;
                for (int column = sqlite3_column_count(statements[index]); column-- > 0;) {
                    sqlite3_column_text(statements[index], column);
                    bytes += (unsigned long)sqlite3_column_bytes(statements[index], column);
                }
            }
            sqlite3_reset(statements[index]);
        }
        sqlite3_exec(database, "COMMIT", NULL, NULL, NULL);
    }
    printf("{\"cpu_us\": %.1f, \"rows\": %lu, \"statements\": %d, \"bytes\": %lu}\n",
           (cpu_seconds() - start) * 1e6 / rounds, rows / (unsigned long)rounds, known, bytes);
    return 0;
}
