#include <criterion/criterion.h>

#include "support/statement.h"

/* -- figures that an earlier statement has shown -------------------------------------------------- */

static struct statement *count_statement(const char *rows, const char *earlier)
{
	return statement_of(&(struct statement_parts){
		.rule = "LOCAL-5",
		.method = "count",
		.per = "1",
		.rows = rows,
		.more_sources = "<earlier href='earlier.csv'/>",
		.files = { { "earlier.csv", earlier } },
	});
}

static struct statement *count_rounded(const char *rows, const char *earlier)
{
	return statement_of(&(struct statement_parts){
		.rule = "HES-5",
		.method = "count",
		.per = "1",
		.rows = rows,
		.more_sources = "<earlier href='earlier.csv'/>",
		.files = { { "earlier.csv", earlier } },
	});
}

static bool is_hidden(const struct statement *statement, const char *group)
{
	struct figure_key key = { .by = group == NULL ? NULL : "deprivation", .group = group };

	return statement_result(statement, key)->numerator.state == VALUE_SUPPRESSED;
}

#define EARLIER(rows)                                                                              \
	"indicator,period,organisation,dimension,group,sex,measure,state,numerator,"               \
	"denominator\n" rows
#define FIFTH(group, state, count)                                                                 \
	"A,2024,QNV,deprivation-quintile," group ",all,value," state "," count ",\n"
#define TOTAL(count) "A,2024,QNV,all,all,all,value,shown," count ",\n"

static const char fifths[] = "dimension,group,numerator\nall,,503\ndeprivation,1,3\n"
			     "deprivation,2,100\ndeprivation,3,110\ndeprivation,4,140\n"
			     "deprivation,5,150\n";

/* Fifth 2 is the smallest beside fifth 1; everybody has it from the earlier statement, so that it protects nothing. */
Test(hiding_earlier, hides_another_count_than_one_that_was_shown_before)
{
	struct statement *statement = count_statement(fifths, EARLIER(FIFTH("2", "shown", "100")));

	cr_expect(is_hidden(statement, "1"));
	cr_expect_not(is_hidden(statement, "2"));
	cr_expect(is_hidden(statement, "3"));
	cr_expect_not(statement_said(statement, "DAT67"));
	statement_free(statement);
}

Test(hiding_earlier, hides_the_total_when_all_other_groups_were_shown_before)
{
	struct statement *statement = count_statement(
		fifths, EARLIER(FIFTH("2", "shown", "100") FIFTH("3", "shown", "110")
					FIFTH("4", "shown", "140") FIFTH("5", "shown", "150")));

	cr_expect(is_hidden(statement, "1"));
	cr_expect(is_hidden(statement, NULL));
	cr_expect_not(is_hidden(statement, "5"));
	cr_expect_not(statement_said(statement, "DAT65"));
	statement_free(statement);
}

/* The whole table but the small count: nothing that is hidden now can help, and that is told. */
Test(hiding_earlier, says_when_earlier_figures_tell_a_small_count_whatever_is_hidden)
{
	struct statement *statement = count_statement(
		fifths, EARLIER(TOTAL("503") FIFTH("2", "shown", "100") FIFTH("3", "shown", "110")
					FIFTH("4", "shown", "140") FIFTH("5", "shown", "150")));

	cr_expect(is_hidden(statement, "1"));
	cr_expect_not(is_hidden(statement, "2"));
	cr_expect(statement_said(statement, "DAT65"));
	statement_free(statement);
}

static const char without_total[] =
	"dimension,group,numerator\ndeprivation,1,3\ndeprivation,2,100\n"
	"deprivation,3,110\ndeprivation,4,140\ndeprivation,5,150\n";

/* The data have no total any more, but last year's statement had; with it the others give the small one. */
Test(hiding_earlier, counts_a_total_that_only_the_earlier_statement_has)
{
	struct statement *statement =
		count_statement(without_total, EARLIER(TOTAL("503") FIFTH("2", "shown", "100")));

	cr_expect(is_hidden(statement, "1"));
	cr_expect_not(is_hidden(statement, "2"));
	cr_expect(is_hidden(statement, "3"));
	statement_free(statement);
}

/* Fifth 1 is not in the data, which show fifth 2 for the first time: with it the total would give fifth 1. */
Test(hiding_earlier, does_not_open_what_the_earlier_statement_hid)
{
	struct statement *statement = count_statement(
		"dimension,group,numerator\nall,,503\ndeprivation,2,100\ndeprivation,3,110\n"
		"deprivation,4,140\ndeprivation,5,150\n",
		EARLIER(TOTAL("503") FIFTH("1", "suppressed", "") FIFTH("2", "suppressed", "")
				FIFTH("3", "shown", "110") FIFTH("4", "shown", "140")
					FIFTH("5", "shown", "150")));

	cr_expect(is_hidden(statement, "2"));
	cr_expect_not(is_hidden(statement, "3"));
	statement_free(statement);
}

Test(hiding_earlier, tells_what_was_shown_before_and_is_hidden_now)
{
	struct statement *statement = count_statement(fifths, EARLIER(FIFTH("1", "shown", "3")));

	cr_expect(is_hidden(statement, "1"));
	cr_expect(statement_said(statement, "DAT67"));
	cr_expect_not(is_hidden(statement, "2"), "hidden for a count that everybody knows");
	statement_free(statement);
}

/* Nobody knows the new number from the old one. */
Test(hiding_earlier, does_not_take_a_count_as_known_that_was_revised)
{
	struct statement *statement = count_statement(fifths, EARLIER(FIFTH("2", "shown", "99")));

	cr_expect(is_hidden(statement, "1"));
	cr_expect(is_hidden(statement, "2"));
	cr_expect_not(is_hidden(statement, "3"));
	statement_free(statement);
}

/* 100 was shown for any of 98 to 102: the same rule and perhaps the same number, known no better than now. */
Test(hiding_earlier, takes_rounded_counts_as_rounded)
{
	struct statement *statement =
		count_rounded(fifths, EARLIER(TOTAL("505") FIFTH("2", "shown", "100")));

	cr_expect(is_hidden(statement, "1"));
	cr_expect_not(is_hidden(statement, "2"));
	cr_expect_not(is_hidden(statement, "3"));
	cr_expect_not(statement_said(statement, "DAT65"));
	statement_free(statement);
}

Test(hiding_earlier, leaves_figures_of_other_periods_and_bodies_alone)
{
	struct statement *statement = count_statement(
		fifths, EARLIER("A,2019,QNV,deprivation-quintile,2,all,value,shown,100,\n"
				"A,2024,QYG,deprivation-quintile,2,all,value,shown,100,\n"
				"B,2024,QNV,deprivation-quintile,2,all,value,shown,100,\n"
				"A,2024,QNV,no-such,2,all,value,shown,100,\n"
				"A,2024,QNV,deprivation-quintile,9,all,value,shown,100,\n"
				"A,2024,QNV,deprivation-quintile,2,none,value,shown,100,\n"
				"A,2024,QNV,deprivation-quintile,2,all,gap,shown,100,\n"));

	cr_expect(is_hidden(statement, "2"));
	cr_expect_not(is_hidden(statement, "3"));
	cr_expect(statement_said(statement, "DAT68"));
	statement_free(statement);
}

Test(hiding_earlier, takes_several_statements_together)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5",
		.method = "count",
		.per = "1",
		.rows = fifths,
		.more_sources = "<earlier href='first.csv'/><earlier href='second.csv'/>",
		.files = { { "first.csv", EARLIER(FIFTH("2", "shown", "100")) },
			   { "second.csv",
			     EARLIER(FIFTH("2", "suppressed", "") FIFTH("3", "shown", "110")) } },
	});

	cr_expect_not(is_hidden(statement, "2"));
	cr_expect_not(is_hidden(statement, "3"));
	cr_expect(is_hidden(statement, "4"));
	statement_free(statement);
}

/* Of a percentage the numerator and the denominator were shown, each by itself. */
Test(hiding_earlier, knows_earlier_denominators)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5",
		.rows = "dimension,group,numerator,denominator\nall,,200,1003\n"
			"deprivation,1,0,3\ndeprivation,2,40,200\ndeprivation,3,50,250\n"
			"deprivation,4,50,270\ndeprivation,5,60,280\n",
		.more_sources = "<earlier href='earlier.csv'/>",
		.files = { { "earlier.csv",
			     EARLIER("A,2024,QNV,deprivation-quintile,2,all,value,shown,40,200\n") } },
	});
	const struct result *second = statement_result(
		statement, (struct figure_key){ .by = "deprivation", .group = "2" });
	const struct result *third = statement_result(
		statement, (struct figure_key){ .by = "deprivation", .group = "3" });

	cr_expect(quantity_is_shown(&second->denominator));
	cr_expect_eq(third->denominator.state, VALUE_SUPPRESSED);
	statement_free(statement);
}
