/* Periods that a report asks for and the data have of other indicators only. */
#include <criterion/criterion.h>
#include <string.h>

#include "support/statement.h"

/* Of A there are financial years, of B days; by sex A has the later year alone. */
static const char rows[] = "indicator,period,organisation,dimension,group,numerator,denominator\n"
			   "A,2022/23,QNV,all,,101,1000\nA,2023/24,QNV,all,,102,1000\n"
			   "A,2023/24,QNV,sex,F,50,1000\nA,2023/24,QNV,sex,M,52,1000\n"
			   "B,2023-03-31,QNV,all,,103,1000\nB,2024-03-31,QNV,all,,104,1000\n";

static const char indicators[] =
	"<indicator id='A' method='proportion' per='100'><name>First</name><unit>%</unit></indicator>"
	"<indicator id='B' method='proportion' per='100'><name>Second</name><unit>%</unit></indicator>";

/* How many warnings a body brings, and whether one of them has a hint. */
static void expect_warnings(const char *about, const char *body, size_t count, const char *hint)
{
	const struct statement_parts parts = {
		.rows = rows, .indicators = indicators, .about = about, .body = body
	};
	struct statement *statement = statement_of(&parts);
	bool hinted = hint == NULL;
	size_t found = 0;

	diag_sort(statement->diags, 100);
	for (size_t i = 0; i < diag_count(statement->diags); i++) {
		const struct diag *diag = diag_at(statement->diags, i);

		found += diag->code == DIAG_PERIOD_WITHOUT_FIGURES;
		hinted = hinted || (diag->code == DIAG_PERIOD_WITHOUT_FIGURES &&
				    strcmp(diag->hint, hint) == 0);
	}
	cr_expect_eq(found, count, "%s: %zu", body, found);
	cr_expect(hinted, "%s: no %s", body, hint);
	statement_free(statement);
}

Test(resolve_scope_periods, warn_of_one_that_the_indicator_does_not_have)
{
	expect_warnings("organisation='QNV' indicator='B' period='2023/24'", "<p><value/></p>", 1,
			"its periods are: 2023-03-31, 2024-03-31");
	expect_warnings("organisation='QNV' indicator='A'", "<p><value period='2024-03-31'/></p>",
			1, "its periods are: 2022/23, 2023/24");
}

/* However many figures ask for it, and once for each indicator. */
Test(resolve_scope_periods, warn_once_of_an_indicator_at_a_place)
{
	expect_warnings("organisation='QNV' period='2023/24'",
			"<p indicator='B'><value/> <value/></p><p indicator='A'><value/></p>", 1,
			NULL);
}

Test(resolve_scope_periods, say_nothing_of_periods_that_are_there)
{
	expect_warnings("organisation='QNV' indicator='A' period='2022/23'", "<p><value/></p>", 0,
			NULL);
	expect_warnings("organisation='QNV' indicator='A' period='latest'",
			"<p><value/> <value period='first'/> <value period='previous'/></p>", 0,
			NULL);
	/* The breakdown lacks the year, the indicator has it: tables say so. */
	expect_warnings("organisation='QNV' indicator='A' period='2022/23' by='sex'",
			"<p><value group='F'/></p>", 0, NULL);
}

/* A test may ask what is there, and a loop goes through all periods. */
Test(resolve_scope_periods, say_nothing_where_the_author_asks_or_loops)
{
	expect_warnings("organisation='QNV' indicator='B'",
			"<p><when period='2023/24' is='available'>x</when></p>", 0, NULL);
	expect_warnings("organisation='QNV' indicator='B'",
			"<if period='2023/24' is='available'><p><value/></p></if>", 0, NULL);
	expect_warnings("organisation='QNV' indicator='B'",
			"<for-each in='periods'><p><value/></p></for-each>", 0, NULL);
	/* What an element within a loop says itself is no longer the loop's. */
	expect_warnings("organisation='QNV' indicator='B'",
			"<for-each in='indicators'><p><value period='2023/24'/></p></for-each>", 1,
			NULL);
}
