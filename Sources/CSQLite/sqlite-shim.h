#include <sqlite3.h>

/// Settings of the library as a whole, which take a number of arguments that Swift cannot pass. To be called before it is
/// first used.
///
/// It counts the memory that it holds, under one lock for all connections; nobody reads the count. Each connection takes
/// room for its first pages in one piece, which goes back to the system whenever a commit has outdated them all.
static inline int throughcare_configure_sqlite(void) {
    int result = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    if (result != SQLITE_OK) return result;
    return sqlite3_config(SQLITE_CONFIG_PAGECACHE, (void *)0, 0, 0);
}
