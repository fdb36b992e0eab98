// Arrow Database Connectivity (ADBC) 1.1: a stable public ABI.
//
// A driver is a shared library with one entry point, an AdbcDriverInit function, which fills in an AdbcDriver: the table
// of everything the driver can do. The order of the entries is the ABI. Entries may be null where a driver does not
// offer them. See "ADBC: API standard" for what each does.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "ArrowData.h"

typedef uint8_t AdbcStatusCode;

enum {
  ADBC_STATUS_OK = 0,
  ADBC_STATUS_UNKNOWN = 1,
  ADBC_STATUS_NOT_IMPLEMENTED = 2,
  ADBC_STATUS_NOT_FOUND = 3,
  ADBC_STATUS_ALREADY_EXISTS = 4,
  ADBC_STATUS_INVALID_ARGUMENT = 5,
  ADBC_STATUS_INVALID_STATE = 6,
  ADBC_STATUS_INVALID_DATA = 7,
  ADBC_STATUS_INTEGRITY = 8,
  ADBC_STATUS_INTERNAL = 9,
  ADBC_STATUS_IO = 10,
  ADBC_STATUS_CANCELLED = 11,
  ADBC_STATUS_TIMEOUT = 12,
  ADBC_STATUS_UNAUTHENTICATED = 13,
  ADBC_STATUS_UNAUTHORIZED = 14,
};

enum {
  ADBC_VERSION_1_0_0 = 1000000,
  ADBC_VERSION_1_1_0 = 1001000,
};

// Set AdbcError.vendor_code to this before a call, so that a 1.1 driver may fill private_data.
#define ADBC_ERROR_VENDOR_CODE_PRIVATE_DATA INT32_MIN

#define ADBC_OPTION_VALUE_ENABLED "true"
#define ADBC_OPTION_VALUE_DISABLED "false"
#define ADBC_OPTION_URI "uri"
#define ADBC_OPTION_USERNAME "username"
#define ADBC_OPTION_PASSWORD "password"
#define ADBC_CONNECTION_OPTION_AUTOCOMMIT "adbc.connection.autocommit"
#define ADBC_CONNECTION_OPTION_READ_ONLY "adbc.connection.readonly"
#define ADBC_CONNECTION_OPTION_CURRENT_CATALOG "adbc.connection.catalog"
#define ADBC_CONNECTION_OPTION_CURRENT_DB_SCHEMA "adbc.connection.db_schema"
#define ADBC_CONNECTION_OPTION_ISOLATION_LEVEL "adbc.connection.transaction.isolation_level"
#define ADBC_STATEMENT_OPTION_INCREMENTAL "adbc.statement.exec.incremental"
#define ADBC_STATEMENT_OPTION_PROGRESS "adbc.statement.exec.progress"
#define ADBC_STATEMENT_OPTION_MAX_PROGRESS "adbc.statement.exec.max_progress"
#define ADBC_INGEST_OPTION_TARGET_TABLE "adbc.ingest.target_table"
#define ADBC_INGEST_OPTION_TARGET_CATALOG "adbc.ingest.target_catalog"
#define ADBC_INGEST_OPTION_TARGET_DB_SCHEMA "adbc.ingest.target_db_schema"
#define ADBC_INGEST_OPTION_TEMPORARY "adbc.ingest.temporary"
#define ADBC_INGEST_OPTION_MODE "adbc.ingest.mode"
#define ADBC_INGEST_OPTION_MODE_CREATE "adbc.ingest.mode.create"
#define ADBC_INGEST_OPTION_MODE_APPEND "adbc.ingest.mode.append"
#define ADBC_INGEST_OPTION_MODE_REPLACE "adbc.ingest.mode.replace"
#define ADBC_INGEST_OPTION_MODE_CREATE_APPEND "adbc.ingest.mode.create_append"

struct AdbcDriver;

// What went wrong. The caller makes it zeroed, the driver fills it, the caller calls release when that is not null.
struct AdbcError {
  char *message;
  int32_t vendor_code;
  char sqlstate[5];
  void (*release)(struct AdbcError *);
  void *private_data;
  struct AdbcDriver *private_driver;
};

// One named piece of further detail about an error.
struct AdbcErrorDetail {
  const char *key;
  const uint8_t *value;
  size_t value_length;
};

struct AdbcDatabase {
  void *private_data;
  struct AdbcDriver *private_driver;
};

struct AdbcConnection {
  void *private_data;
  struct AdbcDriver *private_driver;
};

struct AdbcStatement {
  void *private_data;
  struct AdbcDriver *private_driver;
};

// The parts of a distributed result.
struct AdbcPartitions {
  size_t num_partitions;
  const uint8_t **partitions;
  const size_t *partition_lengths;
  void *private_data;
  void (*release)(struct AdbcPartitions *);
};

// A driver's functions, in the order of the ABI: first those of 1.0, then those of 1.1.
struct AdbcDriver {
  void *private_data;
  void *private_manager;
  AdbcStatusCode (*release)(struct AdbcDriver *, struct AdbcError *);

  AdbcStatusCode (*DatabaseInit)(struct AdbcDatabase *, struct AdbcError *);
  AdbcStatusCode (*DatabaseNew)(struct AdbcDatabase *, struct AdbcError *);
  AdbcStatusCode (*DatabaseSetOption)(struct AdbcDatabase *, const char *, const char *, struct AdbcError *);
  AdbcStatusCode (*DatabaseRelease)(struct AdbcDatabase *, struct AdbcError *);

  AdbcStatusCode (*ConnectionCommit)(struct AdbcConnection *, struct AdbcError *);
  AdbcStatusCode (*ConnectionGetInfo)(
      struct AdbcConnection *, const uint32_t *, size_t, struct ArrowArrayStream *, struct AdbcError *);
  AdbcStatusCode (*ConnectionGetObjects)(
      struct AdbcConnection *, int, const char *, const char *, const char *, const char **, const char *,
      struct ArrowArrayStream *, struct AdbcError *);
  AdbcStatusCode (*ConnectionGetTableSchema)(
      struct AdbcConnection *, const char *, const char *, const char *, struct ArrowSchema *, struct AdbcError *);
  AdbcStatusCode (*ConnectionGetTableTypes)(struct AdbcConnection *, struct ArrowArrayStream *, struct AdbcError *);
  AdbcStatusCode (*ConnectionInit)(struct AdbcConnection *, struct AdbcDatabase *, struct AdbcError *);
  AdbcStatusCode (*ConnectionNew)(struct AdbcConnection *, struct AdbcError *);
  AdbcStatusCode (*ConnectionSetOption)(struct AdbcConnection *, const char *, const char *, struct AdbcError *);
  AdbcStatusCode (*ConnectionReadPartition)(
      struct AdbcConnection *, const uint8_t *, size_t, struct ArrowArrayStream *, struct AdbcError *);
  AdbcStatusCode (*ConnectionRelease)(struct AdbcConnection *, struct AdbcError *);
  AdbcStatusCode (*ConnectionRollback)(struct AdbcConnection *, struct AdbcError *);

  AdbcStatusCode (*StatementBind)(
      struct AdbcStatement *, struct ArrowArray *, struct ArrowSchema *, struct AdbcError *);
  AdbcStatusCode (*StatementBindStream)(struct AdbcStatement *, struct ArrowArrayStream *, struct AdbcError *);
  AdbcStatusCode (*StatementExecuteQuery)(
      struct AdbcStatement *, struct ArrowArrayStream *, int64_t *, struct AdbcError *);
  AdbcStatusCode (*StatementExecutePartitions)(
      struct AdbcStatement *, struct ArrowSchema *, struct AdbcPartitions *, int64_t *, struct AdbcError *);
  AdbcStatusCode (*StatementGetParameterSchema)(struct AdbcStatement *, struct ArrowSchema *, struct AdbcError *);
  AdbcStatusCode (*StatementNew)(struct AdbcConnection *, struct AdbcStatement *, struct AdbcError *);
  AdbcStatusCode (*StatementPrepare)(struct AdbcStatement *, struct AdbcError *);
  AdbcStatusCode (*StatementRelease)(struct AdbcStatement *, struct AdbcError *);
  AdbcStatusCode (*StatementSetOption)(struct AdbcStatement *, const char *, const char *, struct AdbcError *);
  AdbcStatusCode (*StatementSetSqlQuery)(struct AdbcStatement *, const char *, struct AdbcError *);
  AdbcStatusCode (*StatementSetSubstraitPlan)(struct AdbcStatement *, const uint8_t *, size_t, struct AdbcError *);

  // ADBC 1.1.
  int (*ErrorGetDetailCount)(const struct AdbcError *);
  struct AdbcErrorDetail (*ErrorGetDetail)(const struct AdbcError *, int);
  const struct AdbcError *(*ErrorFromArrayStream)(struct ArrowArrayStream *, AdbcStatusCode *);

  AdbcStatusCode (*DatabaseGetOption)(struct AdbcDatabase *, const char *, char *, size_t *, struct AdbcError *);
  AdbcStatusCode (*DatabaseGetOptionBytes)(
      struct AdbcDatabase *, const char *, uint8_t *, size_t *, struct AdbcError *);
  AdbcStatusCode (*DatabaseGetOptionDouble)(struct AdbcDatabase *, const char *, double *, struct AdbcError *);
  AdbcStatusCode (*DatabaseGetOptionInt)(struct AdbcDatabase *, const char *, int64_t *, struct AdbcError *);
  AdbcStatusCode (*DatabaseSetOptionBytes)(
      struct AdbcDatabase *, const char *, const uint8_t *, size_t, struct AdbcError *);
  AdbcStatusCode (*DatabaseSetOptionDouble)(struct AdbcDatabase *, const char *, double, struct AdbcError *);
  AdbcStatusCode (*DatabaseSetOptionInt)(struct AdbcDatabase *, const char *, int64_t, struct AdbcError *);

  AdbcStatusCode (*ConnectionCancel)(struct AdbcConnection *, struct AdbcError *);
  AdbcStatusCode (*ConnectionGetOption)(struct AdbcConnection *, const char *, char *, size_t *, struct AdbcError *);
  AdbcStatusCode (*ConnectionGetOptionBytes)(
      struct AdbcConnection *, const char *, uint8_t *, size_t *, struct AdbcError *);
  AdbcStatusCode (*ConnectionGetOptionDouble)(struct AdbcConnection *, const char *, double *, struct AdbcError *);
  AdbcStatusCode (*ConnectionGetOptionInt)(struct AdbcConnection *, const char *, int64_t *, struct AdbcError *);
  AdbcStatusCode (*ConnectionGetStatistics)(
      struct AdbcConnection *, const char *, const char *, const char *, char, struct ArrowArrayStream *,
      struct AdbcError *);
  AdbcStatusCode (*ConnectionGetStatisticNames)(
      struct AdbcConnection *, struct ArrowArrayStream *, struct AdbcError *);
  AdbcStatusCode (*ConnectionSetOptionBytes)(
      struct AdbcConnection *, const char *, const uint8_t *, size_t, struct AdbcError *);
  AdbcStatusCode (*ConnectionSetOptionDouble)(struct AdbcConnection *, const char *, double, struct AdbcError *);
  AdbcStatusCode (*ConnectionSetOptionInt)(struct AdbcConnection *, const char *, int64_t, struct AdbcError *);

  AdbcStatusCode (*StatementCancel)(struct AdbcStatement *, struct AdbcError *);
  AdbcStatusCode (*StatementExecuteSchema)(struct AdbcStatement *, struct ArrowSchema *, struct AdbcError *);
  AdbcStatusCode (*StatementGetOption)(struct AdbcStatement *, const char *, char *, size_t *, struct AdbcError *);
  AdbcStatusCode (*StatementGetOptionBytes)(
      struct AdbcStatement *, const char *, uint8_t *, size_t *, struct AdbcError *);
  AdbcStatusCode (*StatementGetOptionDouble)(struct AdbcStatement *, const char *, double *, struct AdbcError *);
  AdbcStatusCode (*StatementGetOptionInt)(struct AdbcStatement *, const char *, int64_t *, struct AdbcError *);
  AdbcStatusCode (*StatementSetOptionBytes)(
      struct AdbcStatement *, const char *, const uint8_t *, size_t, struct AdbcError *);
  AdbcStatusCode (*StatementSetOptionDouble)(struct AdbcStatement *, const char *, double, struct AdbcError *);
  AdbcStatusCode (*StatementSetOptionInt)(struct AdbcStatement *, const char *, int64_t, struct AdbcError *);
};

// A driver's entry point: fills the table for a version of ADBC.
typedef AdbcStatusCode (*AdbcDriverInit)(int version, void *driver, struct AdbcError *);
