#include "odbc/author_query.h"

#include <criterion/criterion.h>

static void takes(const char *query)
{
	cr_assert_null(author_query_fault(query), "%s: %s", query, author_query_fault(query));
}

static void refuses(const char *query)
{
	cr_assert_not_null(author_query_fault(query), "%s", query);
}

Test(author_query, takes_one_query)
{
	takes("SELECT * FROM a");
	takes("  select a, b from c where d = ';' and e <> '--' and f = 'it''s (' and g = '?'");
	takes("WITH a AS (SELECT 1 AS b) SELECT b FROM a");
	takes("SELECT \"a;\"\"b\" FROM `c d` WHERE (e - f) * 2 / 3 > 1");
	takes("SELECT [c 1] FROM d\nWHERE e LIKE 'a%\\_'");
}

Test(author_query, refuses_what_is_no_query)
{
	refuses("");
	refuses("DELETE FROM a");
	refuses("SELECTED");
	refuses("INSERT INTO a SELECT 1");
	refuses("(SELECT 1)");
	refuses("EXEC xp_cmdshell 'x'");
}

Test(author_query, refuses_a_second_statement)
{
	refuses("SELECT 1; DROP TABLE a");
	refuses("SELECT 1;");
	refuses("SELECT ';' ; SELECT 1");
}

Test(author_query, refuses_to_leave_its_parentheses)
{
	refuses("SELECT 1) UNION SELECT (2");
	refuses("SELECT (1");
	refuses("SELECT 1) x; --");
}

Test(author_query, refuses_comments_and_parameters)
{
	refuses("SELECT 1 -- a");
	refuses("SELECT 1 /* a */");
	refuses("SELECT 1 # a");
	refuses("SELECT ?");
	refuses("SELECT {fn USER()}");
	refuses("SELECT 1 \x01");
}

Test(author_query, refuses_what_systems_read_differently)
{
	/* PostgreSQL takes $$'$$ for a text; then what looks like one to others is a command. */
	refuses("SELECT $$'$$; DROP TABLE a; SELECT $$'$$");
	refuses("SELECT $a$'$a$");
	/* Spark and MySQL end 'a\' not there. */
	refuses("SELECT '\\' || '; DROP TABLE a");
	refuses("SELECT \"\\\" || \"; DROP TABLE a");
	/* SQL Server takes [ ' ] for a name. */
	refuses("SELECT [it's] FROM a; DROP TABLE b; SELECT [it's] FROM a");
	refuses("SELECT `'` ; DROP TABLE a; SELECT `'`");
	refuses("SELECT 'a");
	refuses("SELECT [a");
}
