#include "odbc/driver.h"

#include <sql.h>
#include <sqlext.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/encoding.h"
#include "odbc/driver_limit.h"
#include "odbc/sql_text.h"
#include "odbc/wide.h"

_Static_assert(sizeof(SQLWCHAR) == sizeof(uint16_t), "texts are handed over in UTF-16");

enum { LOGIN_SECONDS = 30, PIECE_UNITS = 512, NAME_UNITS = 512 };

/* Where a cell would begin that is not there. */
static const size_t MISSING = (size_t)-1;

/* What a parameter points to while a statement runs. */
struct bound {
	SQLPOINTER text;
	SQLBIGINT number;
	SQLLEN length; /* in bytes */
};

struct database {
	struct arena *arena;
	SQLHENV environment;
	SQLHDBC connection;
	SQLHSTMT statement;
	bool connected, is_narrow; /* the driver knows bytes alone */
	unsigned seconds;
	struct driver_limit limit;
	bool is_slow;
	struct buffer row; /* bytes of cells */
	size_t *starts;    /* of cells in it */
	size_t columns;
};

static bool worked(SQLRETURN result)
{
	return result == SQL_SUCCESS || result == SQL_SUCCESS_WITH_INFO;
}

static const char *text_of(struct arena *arena, const SQLWCHAR *units, size_t length)
{
	struct buffer out;

	buffer_init(&out);
	wide_add_to(&out, units, length);
	return buffer_finish(&out, arena);
}

static enum database_fault fault_of(const struct database *database, const char *state)
{
	static const char *const slow[] = { "HYT00", "HYT01", "HY008", "57014" };
	static const char *const gone[] = { "08003", "08007", "08S01", "57P01", "57P02", "57P03" };
	SQLINTEGER dead = SQL_CD_FALSE;

	for (size_t i = 0; i < sizeof(slow) / sizeof(slow[0]); i++)
		if (strcmp(state, slow[i]) == 0)
			return DATABASE_SLOW;
	if (database->is_slow)
		return DATABASE_SLOW;
	for (size_t i = 0; i < sizeof(gone) / sizeof(gone[0]); i++)
		if (strcmp(state, gone[i]) == 0)
			return DATABASE_GONE;
	if (database->connected &&
	    worked(SQLGetConnectAttrW(database->connection, SQL_ATTR_CONNECTION_DEAD, &dead,
				      sizeof(dead), NULL)) &&
	    dead == SQL_CD_TRUE)
		return DATABASE_GONE;
	return DATABASE_REFUSED;
}

/* State and message of the first record; false when there is none. */
static bool read_record(struct database *database, SQLSMALLINT kind, SQLHANDLE handle,
			struct database_error *error)
{
	SQLWCHAR state[6] = { 0 }, wide[NAME_UNITS];
	SQLCHAR narrow_state[6] = { 0 }, narrow[NAME_UNITS];
	SQLSMALLINT length = 0;
	SQLINTEGER native;

	if (database->is_narrow) {
		if (!worked(SQLGetDiagRec(kind, handle, 1, narrow_state, &native, narrow,
					  NAME_UNITS, &length)))
			return false;
		error->state = arena_strdup(database->arena, (const char *)narrow_state);
		error->message = arena_strdup(database->arena, (const char *)narrow);
		return true;
	}
	if (!worked(SQLGetDiagRecW(kind, handle, 1, state, &native, wide, NAME_UNITS, &length)))
		return false;
	if (length >= NAME_UNITS)
		length = NAME_UNITS - 1;
	error->state = text_of(database->arena, state, 5);
	error->message = text_of(database->arena, wide, (size_t)length);
	return true;
}

/* Always false. */
static bool fail(struct database *database, SQLSMALLINT kind, SQLHANDLE handle,
		 struct database_error *error)
{
	size_t bad;

	*error = (struct database_error){ .state = "HY000", .message = "" };
	read_record(database, kind, handle, error);
	if (!encoding_is_utf8(error->message, strlen(error->message), &bad))
		error->message = arena_strndup(database->arena, error->message, bad);
	error->fault = fault_of(database, error->state);
	return false;
}

static bool connect_to(struct database *database, const char *connection, bool is_string,
		       struct database_error *error)
{
	size_t length;
	SQLWCHAR *text = wide_of(database->arena, connection, &length);
	SQLRETURN result;

	if (is_string)
		result = SQLDriverConnectW(database->connection, NULL, text, SQL_NTS, NULL, 0, NULL,
					   SQL_DRIVER_NOPROMPT);
	else
		result = SQLConnectW(database->connection, text, SQL_NTS, NULL, 0, NULL, 0);
	memset(text, 0, length * sizeof(*text));
	if (!worked(result))
		return fail(database, SQL_HANDLE_DBC, database->connection, error);
	database->connected = true;
	if (!worked(SQLAllocHandle(SQL_HANDLE_STMT, database->connection, &database->statement)))
		return fail(database, SQL_HANDLE_DBC, database->connection, error);
	if (database->seconds > 0)
		SQLSetStmtAttrW(database->statement, SQL_ATTR_QUERY_TIMEOUT,
				(SQLPOINTER)(SQLULEN)database->seconds, 0);
	return true;
}

struct database *database_open(struct arena *arena, const char *connection, bool is_string,
			       unsigned seconds, struct database_error *error)
{
	struct database *database = arena_alloc(arena, sizeof(*database));
	unsigned login = seconds > 0 && seconds < LOGIN_SECONDS ? seconds : LOGIN_SECONDS;

	database->arena = arena;
	database->seconds = seconds;
	buffer_init(&database->row);
	*error = (struct database_error){ .state = "HY000", .message = "no ODBC environment" };
	if (!worked(SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &database->environment)) ||
	    !worked(SQLSetEnvAttr(database->environment, SQL_ATTR_ODBC_VERSION,
				  (SQLPOINTER)SQL_OV_ODBC3, 0)) ||
	    !worked(SQLAllocHandle(SQL_HANDLE_DBC, database->environment, &database->connection))) {
		database_close(database);
		return NULL;
	}
	SQLSetConnectAttrW(database->connection, SQL_ATTR_LOGIN_TIMEOUT, (SQLPOINTER)(SQLULEN)login,
			   0);
	SQLSetConnectAttrW(database->connection, SQL_ATTR_ACCESS_MODE,
			   (SQLPOINTER)SQL_MODE_READ_ONLY, 0);
	if (!connect_to(database, connection, is_string, error)) {
		database_close(database);
		return NULL;
	}
	return database;
}

void database_close(struct database *database)
{
	if (database == NULL)
		return;
	if (database->statement != NULL)
		SQLFreeHandle(SQL_HANDLE_STMT, database->statement);
	if (database->connected)
		SQLDisconnect(database->connection);
	if (database->connection != NULL)
		SQLFreeHandle(SQL_HANDLE_DBC, database->connection);
	if (database->environment != NULL)
		SQLFreeHandle(SQL_HANDLE_ENV, database->environment);
	buffer_clear(&database->row);
	*database = (struct database){ .arena = database->arena };
}

static const char *information(struct database *database, SQLUSMALLINT what, const char *otherwise)
{
	SQLWCHAR text[NAME_UNITS];
	SQLSMALLINT bytes = 0;

	if (!worked(SQLGetInfoW(database->connection, what, text, sizeof(text), &bytes)) ||
	    bytes <= 0 || (size_t)bytes >= sizeof(text))
		return otherwise;
	return text_of(database->arena, text, (size_t)bytes / sizeof(*text));
}

const char *database_product(struct database *database)
{
	return information(database, SQL_DBMS_NAME, "");
}

const char *database_quote(struct database *database)
{
	return information(database, SQL_IDENTIFIER_QUOTE_CHAR, "");
}

/* A call on the statement that may take long. */
static SQLRETURN limited(struct database *database, SQLRETURN (*call)(SQLHSTMT statement))
{
	SQLRETURN result;

	if (!driver_limit_call(&database->limit, true)) {
		database->is_slow = true;
		return SQL_ERROR;
	}
	result = call(database->statement);
	if (!driver_limit_call(&database->limit, false) && !worked(result))
		database->is_slow = true;
	return result;
}

static SQLRETURN execute(SQLHSTMT statement)
{
	return SQLExecute(statement);
}

static bool prepare(struct database *database, const char *statement, struct database_error *error)
{
	SQLRETURN result;
	size_t length;

	if (database->is_narrow)
		result = SQLPrepare(database->statement,
				    (SQLCHAR *)arena_strdup(database->arena, statement), SQL_NTS);
	else
		result = SQLPrepareW(database->statement,
				     wide_of(database->arena, statement, &length), SQL_NTS);
	if (!worked(result))
		return fail(database, SQL_HANDLE_STMT, database->statement, error);
	return true;
}

static bool bind_parameter(struct database *database, struct bound *bound, SQLUSMALLINT number,
			   const struct sql_parameter *parameter, struct database_error *error)
{
	SQLRETURN result;
	size_t length;

	if (parameter->text == NULL) {
		bound->number = parameter->number;
		bound->length = sizeof(bound->number);
		result = SQLBindParameter(database->statement, number, SQL_PARAM_INPUT,
					  SQL_C_SBIGINT, SQL_BIGINT, 19, 0, &bound->number,
					  sizeof(bound->number), &bound->length);
	} else if (database->is_narrow) {
		length = strlen(parameter->text);
		bound->text = arena_strdup(database->arena, parameter->text);
		bound->length = (SQLLEN)length;
		result = SQLBindParameter(database->statement, number, SQL_PARAM_INPUT, SQL_C_CHAR,
					  SQL_VARCHAR, length == 0 ? 1 : length, 0, bound->text,
					  bound->length, &bound->length);
	} else {
		bound->text = wide_of(database->arena, parameter->text, &length);
		bound->length = (SQLLEN)(length * sizeof(SQLWCHAR));
		result = SQLBindParameter(database->statement, number, SQL_PARAM_INPUT, SQL_C_WCHAR,
					  SQL_WVARCHAR, length == 0 ? 1 : length, 0, bound->text,
					  bound->length, &bound->length);
	}
	if (!worked(result))
		return fail(database, SQL_HANDLE_STMT, database->statement, error);
	return true;
}

bool database_ask(struct database *database, const char *statement,
		  const struct sql_parameter *parameters, size_t count,
		  struct database_error *error)
{
	struct bound *bound = arena_array(database->arena, count + 1, sizeof(*bound));
	SQLRETURN result;

	if (!prepare(database, statement, error))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!bind_parameter(database, &bound[i], (SQLUSMALLINT)(i + 1), &parameters[i],
				    error))
			return false;
	driver_limit_begin(&database->limit, database->statement, database->seconds);
	result = limited(database, execute);
	if (!worked(result) && result != SQL_NO_DATA)
		return fail(database, SQL_HANDLE_STMT, database->statement, error);
	return true;
}

bool database_tell(struct database *database, const char *statement, struct database_error *error)
{
	bool told = database_ask(database, statement, NULL, 0, error);

	database_end(database);
	return told;
}

void database_end(struct database *database)
{
	driver_limit_end(&database->limit);
	database->starts = NULL;
	SQLFreeStmt(database->statement, SQL_CLOSE);
	SQLFreeStmt(database->statement, SQL_UNBIND);
	SQLFreeStmt(database->statement, SQL_RESET_PARAMS);
}

size_t database_columns(struct database *database)
{
	SQLSMALLINT count = 0;

	return worked(SQLNumResultCols(database->statement, &count)) && count > 0 ? (size_t)count
										  : 0;
}

const char *database_column_name(struct database *database, size_t column)
{
	SQLWCHAR name[NAME_UNITS];
	SQLCHAR narrow[NAME_UNITS] = { 0 };
	SQLSMALLINT length = 0, type, decimals, nullable;
	SQLUSMALLINT number = (SQLUSMALLINT)(column + 1);
	SQLULEN size;

	if (database->is_narrow)
		return worked(SQLDescribeCol(database->statement, number, narrow, NAME_UNITS,
					     &length, &type, &size, &decimals, &nullable))
			       ? arena_strdup(database->arena, (const char *)narrow)
			       : "";
	if (!worked(SQLDescribeColW(database->statement, number, name, NAME_UNITS, &length, &type,
				    &size, &decimals, &nullable)))
		return "";
	if (length >= NAME_UNITS)
		length = NAME_UNITS - 1;
	return text_of(database->arena, name, (size_t)length);
}

/* Adds a piece of a cell to the row; left: bytes of it and all behind it, or how many is not known. */
static void add_piece(struct database *database, const SQLWCHAR *piece, SQLLEN left)
{
	size_t width = database->is_narrow ? 1 : sizeof(*piece);
	size_t units = PIECE_UNITS * sizeof(*piece) / width - 1;

	if (left >= 0 && (size_t)left / width < units)
		units = (size_t)left / width;
	if (database->is_narrow)
		buffer_add(&database->row, piece, units);
	else
		wide_add_to(&database->row, piece, units);
}

/* Adds a cell to the row, piece by piece; *missing when there is none. */
static bool read_cell(struct database *database, size_t column, bool *missing)
{
	SQLWCHAR piece[PIECE_UNITS];
	SQLRETURN result;
	SQLLEN left;

	*missing = false;
	do {
		result = SQLGetData(database->statement, (SQLUSMALLINT)(column + 1),
				    database->is_narrow ? SQL_C_CHAR : SQL_C_WCHAR, piece,
				    sizeof(piece), &left);
		if (result == SQL_NO_DATA)
			return true;
		if (!worked(result))
			return false;
		if (left == SQL_NULL_DATA) {
			*missing = true;
			return true;
		}
		add_piece(database, piece, left);
	} while (result == SQL_SUCCESS_WITH_INFO && (left < 0 || (size_t)left >= sizeof(piece)));
	return true;
}

/* Makes bytes that are no UTF-8 a fault. */
static bool check_text(struct database *database, size_t start, struct database_error *error)
{
	size_t bad;

	if (encoding_is_utf8(database->row.bytes + start, database->row.length - start, &bad))
		return true;
	*error = (struct database_error){ .fault = DATABASE_REFUSED,
					  .state = "22021",
					  .message =
						  "the driver gives texts that are not in UTF-8" };
	return false;
}

static SQLRETURN fetch(SQLHSTMT statement)
{
	return SQLFetch(statement);
}

bool database_next(struct database *database, const char **cells, bool *end,
		   struct database_error *error)
{
	SQLRETURN result = limited(database, fetch);

	*end = result == SQL_NO_DATA;
	if (*end)
		return true;
	if (!worked(result))
		return fail(database, SQL_HANDLE_STMT, database->statement, error);
	if (database->starts == NULL) {
		database->columns = database_columns(database);
		database->starts = arena_array(database->arena, database->columns + 1,
					       sizeof(*database->starts));
	}
	database->row.length = 0;
	for (size_t i = 0; i < database->columns; i++) {
		bool missing;

		database->starts[i] = database->row.length;
		if (!read_cell(database, i, &missing))
			return fail(database, SQL_HANDLE_STMT, database->statement, error);
		if (missing) {
			database->starts[i] = MISSING;
			continue;
		}
		if (database->is_narrow && !check_text(database, database->starts[i], error))
			return false;
		buffer_add_char(&database->row, '\0');
	}
	for (size_t i = 0; i < database->columns; i++)
		cells[i] = database->starts[i] == MISSING
				   ? NULL
				   : database->row.bytes + database->starts[i];
	return true;
}

bool database_ask_tables(struct database *database, struct database_error *error)
{
	if (!worked(SQLTablesW(database->statement, NULL, 0, NULL, 0, NULL, 0, NULL, 0)))
		return fail(database, SQL_HANDLE_STMT, database->statement, error);
	return true;
}

void database_find_encoding(struct database *database, const char *parameter_form,
			    const char *quote)
{
	static const char sample[] = "\316\251 \347\224\237"; /* a Greek and a Chinese letter */
	const struct sql_parameter parameter = { .text = sample };
	const char *statement = arena_printf(database->arena, "SELECT %s AS %s%s%s", parameter_form,
					     quote, sample, quote);
	struct database_error error;
	const char *cell = NULL;
	bool end = true;

	if (database_ask(database, statement, &parameter, 1, &error) &&
	    database_columns(database) == 1 && database_next(database, &cell, &end, &error) && !end)
		database->is_narrow = cell == NULL || strcmp(cell, sample) != 0 ||
				      strcmp(database_column_name(database, 0), sample) != 0;
	database_end(database);
}
