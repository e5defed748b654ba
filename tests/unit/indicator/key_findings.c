/* Which differences are key findings, and why the others are not. */

#include "indicator/key_findings.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/statement.h"

/* An indicator, where lower is better, in a domain. */
static const char *indicator(struct arena *arena, const char *id, const char *domain,
			     const char *more)
{
	return arena_printf(
		arena,
		"<indicator id='%s' method='proportion' per='100' good='low' domain='%s' "
		"%s><name>%s</name><short-name>%s</short-name><measure>m</measure>"
		"<events>e</events><population>people</population><unit>%%</unit>"
		"<numerator>N</numerator><denominator>D</denominator></indicator>",
		id, domain, more, id, id);
}

struct case_row {
	const char *id, *domain;
	int most, least, people; /* events in either fifth, of as many people */
};

static struct statement *report_of(struct arena *arena, const struct case_row *rows, size_t count)
{
	const char *data = "indicator,dimension,group,numerator,denominator\n", *list = "";

	for (size_t i = 0; i < count; i++) {
		list = arena_printf(arena, "%s%s", list,
				    indicator(arena, rows[i].id, rows[i].domain, ""));
		data = arena_printf(arena,
				    "%s%s,all,,%d,%d\n%s,deprivation,1,%d,%d\n"
				    "%s,deprivation,5,%d,%d\n",
				    data, rows[i].id, rows[i].most + rows[i].least,
				    2 * rows[i].people, rows[i].id, rows[i].most, rows[i].people,
				    rows[i].id, rows[i].least, rows[i].people);
	}
	return statement_of(&(struct statement_parts){
		.rows = data, .indicators = list, .about = "organisation='QNV' indicator='A'" });
}

/* "A B C" of those chosen. */
static const char *chosen(const struct statement *statement, const struct finding_wish *wish)
{
	struct findings findings = key_findings(statement->arena, statement->run.results, wish);
	const char *ids = "";

	for (size_t i = 0; i < findings.chosen; i++)
		ids = arena_printf(
			statement->arena, "%s%s%s", ids, i > 0 ? " " : "",
			statement->run.dataset->indicators->items[findings.items[i].key.indicator]
				.id);
	return ids;
}

static void expect_chosen(const struct case_row *rows, size_t count, size_t most,
			  const char *wanted)
{
	struct arena *arena = arena_new();
	struct statement *statement = report_of(arena, rows, count);

	cr_expect_str_eq(chosen(statement, &(struct finding_wish){ .most = most }), wanted);
	statement_free(statement);
	arena_free(arena);
}

/* 10 points of 10,000 are 15 standard errors and 1,000 people; 10 of 400 are 3.0 and 40. */
Test(key_findings, are_ordered_by_certainty_and_people)
{
	static const struct case_row rows[] = {
		{ "A", "a", 140, 100, 400 },
		{ "B", "b", 3500, 2500, 10000 },
		{ "C", "c", 1400, 1000, 4000 },
	};

	expect_chosen(rows, 3, 3, "B C A");
	expect_chosen(rows, 3, 1, "B");
}

Test(key_findings, leave_out_what_may_be_chance)
{
	static const struct case_row rows[] = {
		{ "A", "a", 102, 100, 400 },
		{ "B", "b", 3500, 2500, 10000 },
	};

	expect_chosen(rows, 2, 3, "B");
}

Test(key_findings, are_at_most_two_of_a_domain)
{
	static const struct case_row rows[] = {
		{ "A", "a", 3500, 2500, 10000 },
		{ "B", "a", 3400, 2500, 10000 },
		{ "C", "a", 3300, 2500, 10000 },
		{ "D", "b", 140, 100, 400 },
	};

	expect_chosen(rows, 4, 3, "A B D");
}

/* The last makes room for a finding in which the most deprived are better off. */
Test(key_findings, tell_one_in_the_other_direction)
{
	static const struct case_row rows[] = {
		{ "A", "a", 3500, 2500, 10000 },
		{ "B", "b", 3400, 2500, 10000 },
		{ "C", "c", 100, 140, 400 },
	};

	expect_chosen(rows, 3, 2, "A C");
}

/* B leaves for C: what shares its domain with A and B is then passed over for its score alone. */
Test(key_findings, tell_of_each_other_what_stands_in_its_way_at_the_end)
{
	static const struct case_row rows[] = {
		{ "A", "a", 3500, 2500, 10000 },
		{ "B", "a", 3400, 2500, 10000 },
		{ "C", "c", 100, 140, 400 },
		{ "D", "a", 3300, 2500, 10000 },
	};
	struct arena *arena = arena_new();
	struct statement *statement = report_of(arena, rows, 4);
	struct findings findings = key_findings(statement->arena, statement->run.results,
						&(struct finding_wish){ .most = 2 });

	cr_assert_eq(findings.count, 4);
	cr_expect_eq(findings.items[1].fate, FINDING_OTHER_DIRECTION);
	cr_expect_eq(findings.items[2].fate, FINDING_BEYOND);
	cr_expect_eq(findings.items[3].fate, FINDING_BEYOND, "%s",
		     finding_fate_words(findings.items[3].fate));
	statement_free(statement);
	arena_free(arena);
}

/* 25.0% and 25.1% of 100,000: a ratio of 0.98 to 1.01. */
Test(key_findings, tell_one_that_is_surely_no_difference_where_there_is_room)
{
	static const struct case_row rows[] = {
		{ "A", "a", 3500, 2500, 10000 },
		{ "B", "b", 25000, 25100, 100000 },
		{ "C", "c", 25, 26, 100 },
	};

	expect_chosen(rows, 3, 4, "A B");
	expect_chosen(rows, 3, 3, "A");
}

Test(key_findings, never_rest_on_hidden_or_uncertain_figures)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\nall,,30,60\ndeprivation,1,*,1000\n"
			"deprivation,5,100,1000\n" });
	struct findings findings = key_findings(statement->arena, statement->run.results,
						&(struct finding_wish){ .most = 6 });

	cr_expect_eq(findings.chosen, 0);
	cr_assert_eq(findings.count, 1);
	cr_expect_eq(findings.items[0].fate, FINDING_NOT_SHOWN);
	cr_expect_eq(findings.items[0].certainty, 0);
	statement_free(statement);
}

/* What differs from a total beyond all groups tells of those who are in none of them; a pin does not change that. */
Test(key_findings, never_compare_with_a_total_on_one_side_of_all_groups)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.good = "high",
		.rows = "dimension,group,numerator,denominator\nall,,26000,50000\n"
			"ethnic-group,asian,2000,10000\nethnic-group,black,5000,10000\n"
			"ethnic-group,mixed,4000,10000\nethnic-group,other,4000,10000\n"
			"ethnic-group,white,3100,10000\n" });
	const struct finding_pin pin = { 0, CLASSIFICATION_ALL };
	struct findings findings =
		key_findings(statement->arena, statement->run.results,
			     &(struct finding_wish){ .most = 6, .pins = &pin, .pin_count = 1 });

	cr_expect_eq(findings.chosen, 0);
	cr_assert_eq(findings.count, 1);
	cr_expect_eq(findings.items[0].fate, FINDING_ONE_SIDED);
	statement_free(statement);
}

/* A pin comes first, whatever its score; what is left out does not come at all. */
Test(key_findings, take_what_the_report_pins_and_leave_what_it_excludes)
{
	static const struct case_row rows[] = {
		{ "A", "a", 140, 100, 400 },
		{ "B", "b", 3500, 2500, 10000 },
		{ "C", "c", 1400, 1000, 4000 },
	};
	struct arena *arena = arena_new();
	struct statement *statement = report_of(arena, rows, 3);
	const struct finding_pin pin = { indicator_find(statement->run.dataset->indicators, "A"),
					 CLASSIFICATION_ALL };
	const int except = indicator_find(statement->run.dataset->indicators, "B");

	cr_expect_str_eq(chosen(statement, &(struct finding_wish){ .most = 2,
								   .pins = &pin,
								   .pin_count = 1,
								   .except = &except,
								   .except_count = 1 }),
			 "A C");
	statement_free(statement);
	arena_free(arena);
}

/* Of several groups the one that is worst off against the total; fifths and ethnic groups are not both told. */
Test(key_findings, are_one_for_each_indicator)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.good = "low",
		.rows = "dimension,group,numerator,denominator\nall,,9000,30000\n"
			"deprivation,1,3500,10000\ndeprivation,5,2500,10000\n"
			"ethnic-group,asian,2000,10000\nethnic-group,black,5000,10000\n"
			"ethnic-group,white,3100,10000\n" });
	struct findings findings = key_findings(statement->arena, statement->run.results,
						&(struct finding_wish){ .most = 6 });

	cr_assert_eq(findings.chosen, 1);
	cr_assert_eq(findings.count, 2);
	cr_expect_eq(findings.items[0].form, FINDING_GROUP);
	cr_expect_eq(findings.items[0].comparison, COMPARISON_HIGHER);
	cr_expect_eq(findings.items[0].judgement, -1);
	cr_expect_eq(findings.items[1].fate, FINDING_SAME_INDICATOR);
	/* (0.5 - 0.3) / sqrt(0.5 x 0.5 / 10,000) = 40; 2,000 people more than with 30%. */
	cr_expect_float_eq(findings.items[0].certainty, 40, 0.5);
	cr_expect_float_eq(findings.items[0].people, 2000, 1e-6);
	statement_free(statement);
}
