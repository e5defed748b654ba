/* Tables of values: their columns, what is compared with what, which marks they carry and explain. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/statement.h"

/* Two sexes of a body, and of England as a whole with half of its people. */
static const char bodies[] = "organisation,dimension,group,numerator,denominator\n"
			     "QNV,all,,82,200\nQNV,sex,Female,30,100\nQNV,sex,Male,52,100\n"
			     "E92000001,all,,5000,10000\nE92000001,sex,Female,2400,5000\n"
			     "E92000001,sex,Male,2600,5000\n";

static struct statement *statement_with(const char *rows, const char *body)
{
	return statement_of(&(struct statement_parts){ .rows = rows, .body = body });
}

Test(resolve_table, set_bodies_side_by_side)
{
	expect_table(
		bodies, "<table by='sex' series='organisation' compare='E92000001'/>",
		"Sex | North Vale | England\nAll patients | 41.0% | 50.0%\nFemale | 30.0% | 48.0%\n"
		"Male | 52.0% | 52.0%\n");
	expect_table(
		bodies, "<table by='sex' series='organisation'/>",
		"Sex | North Vale | England\nAll patients | 41.0% | 50.0%\nFemale | 30.0% | 48.0%\n"
		"Male | 52.0% | 52.0%\n");
}

Test(resolve_table, name_all_bodies_in_the_subtitle)
{
	struct statement *statement =
		statement_with(bodies, "<table by='sex' series='organisation'/>");
	const struct node *table = statement_node(statement, NODE_TABLE, 0);

	cr_expect_str_eq(statement_plain(statement, &table->subtitle),
			 "North Vale and England, 2024");
	statement_free(statement);
}

/* Wilson's limits of 30 and 52 of 100 are 21.9 to 39.6 and 42.3 to 61.5; those of 82 of 200, 34.4 to 47.9. */
Test(resolve_table, compare_with_the_body_that_is_asked_for)
{
	expect_table(bodies, "<table by='sex' compare='E92000001'/>",
		     "Sex | Patients treated in time | Patients | Percentage | 95% CI lower | "
		     "95% CI upper | Compared with England\n"
		     "All patients | 82 | 200 | 41.0% | 34.4% | 47.9% | lower\n"
		     "England, all patients | 5,000 | 10,000 | 50.0% | 49.0% | 51.0% | [z]\n"
		     "Female | 30 | 100 | 30.0% | 21.9% | 39.6% | lower\n"
		     "Male | 52 | 100 | 52.0% | 42.3% | 61.5% | similar\n");
}

Test(resolve_table, compare_with_nothing_when_that_is_asked_for)
{
	expect_table(bodies, "<table by='sex' compare='none'/>",
		     "Sex | Patients treated in time | Patients | Percentage | 95% CI lower | "
		     "95% CI upper\n"
		     "All patients | 82 | 200 | 41.0% | 34.4% | 47.9%\n"
		     "Female | 30 | 100 | 30.0% | 21.9% | 39.6%\n"
		     "Male | 52 | 100 | 52.0% | 42.3% | 61.5%\n");
}

/* The body itself: its total, as always. */
Test(resolve_table, compare_with_the_total_when_the_body_is_named_itself)
{
	struct statement *own = statement_with(bodies, "<table by='sex' compare='QNV'/>");
	struct statement *usual = statement_with(bodies, "<table by='sex'/>");

	cr_expect_str_eq(statement_table(own, 0), statement_table(usual, 0));
	cr_expect_not_null(strstr(statement_table(usual, 0), "Compared with all"));
	statement_free(own);
	statement_free(usual);
}

/* The total has 300 events of no fifth: that every fifth is lower tells of these, not of the fifths. */
static const char one_sided[] = "organisation,dimension,group,numerator,denominator\n"
				"QNV,all,,1000,1500\nE92000001,all,,9000,30000\n"
				"QNV,deprivation,1,180,300\nQNV,deprivation,2,160,300\n"
				"QNV,deprivation,3,140,300\nQNV,deprivation,4,120,300\n"
				"QNV,deprivation,5,100,300\n";

Test(resolve_table, compare_no_groups_that_lie_on_one_side_of_the_total)
{
	struct statement *own = statement_with(one_sided, "<table by='deprivation'/>");
	const char *notes = statement_plain(own, &statement_node(own, NODE_TABLE, 0)->notes);

	cr_expect_null(strstr(statement_table(own, 0), "| lower\n"), "%s", statement_table(own, 0));
	cr_expect_null(strstr(statement_table(own, 0), "Compared with"));
	cr_expect_not_null(strstr(notes, "No comparison can be made: the figures of all fifths lie "
					 "on the same side of the total. Some "),
			   "%s", notes);
	statement_free(own);
}

/* The total of another body is not made of these groups. */
Test(resolve_table, compare_groups_on_one_side_with_another_body)
{
	struct statement *other =
		statement_with(one_sided, "<table by='deprivation' compare='E92000001'/>");

	cr_expect_not_null(strstr(statement_table(other, 0), "| higher\n"), "%s",
			   statement_table(other, 0));
	cr_expect_null(strstr(statement_plain(other, &statement_node(other, NODE_TABLE, 0)->notes),
			      "same side"));
	statement_free(other);
}

/* Eleven comparisons and more: one of them may differ by chance. */
Test(resolve_table, say_that_some_of_many_comparisons_differ_by_chance)
{
	static const char *const groups[] = {
		"Asian: Bangladeshi",
		"Asian: Indian",
		"Asian: Pakistani",
		"Black: African",
		"Black: Caribbean",
		"Mixed: White and Asian",
		"White: British",
		"White: Irish",
		"Other: Chinese",
		"Other: Any other ethnic group",
		"Mixed: White and Black African",
	};

	for (size_t count = 10; count <= 11; count++) {
		struct arena *arena = arena_new();
		const char *rows = "dimension,group,numerator,denominator\nall,,300,1100\n";
		struct statement *statement;
		const char *notes;

		for (size_t i = 0; i < count; i++)
			rows = arena_printf(arena, "%sethnicity,%s,%zu,100\n", rows, groups[i],
					    20 + i);
		statement = statement_with(rows, "<table by='ethnicity'/>");
		notes = statement_plain(statement,
					&statement_node(statement, NODE_TABLE, 0)->notes);
		cr_expect_eq(strstr(notes, "1 in 20") != NULL, count > 10, "%zu: %s", count, notes);
		statement_free(statement);
		arena_free(arena);
	}
}

Test(resolve_table, refuse_a_body_that_nobody_knows)
{
	expect_message((struct statement_parts){ .rows = bodies,
						 .body = "<table by='sex' compare='QXX'/>" },
		       "SPC41");
}

/* By sex within ages: the data hold no such cell. */
Test(resolve_table, give_way_to_a_sentence_when_they_would_be_empty)
{
	struct statement *statement =
		statement_with(bodies, "<table by='sex' series='sex'/><p>After.</p>");

	cr_expect_null(statement_node(statement, NODE_TABLE, 0));
	cr_expect_str_eq(statement_paragraph(statement, 0),
			 "No figures are available for this indicator: Treated in time, by sex.");
	cr_expect(statement_said(statement, "SPC58"));
	statement_free(statement);
}

/* Once: an indicator without any data, or without figures for the period, is spoken of elsewhere. */
Test(resolve_table, warn_of_a_table_without_figures_once)
{
	static const struct {
		const char *body;
		bool warned;
	} cases[] = {
		{ "<table indicator='A' by='ethnicity'/>", true },
		{ "<table indicator='A' by='sex'/>", false },
		{ "<table indicator='A' by='sex' period='2024'/>", false },
		{ "<table indicator='C' by='sex'/>", false },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct statement *statement = statement_of(&(struct statement_parts){
			.rows = "indicator,period,dimension,group,numerator,denominator\n"
				"A,2023,all,,20,100\nA,2023,sex,Female,10,50\nB,2024,all,,20,100\n",
			.indicators =
				"<indicator id='A' method='proportion' per='100'><name>A</name></indicator>"
				"<indicator id='B' method='proportion' per='100'><name>B</name></indicator>"
				"<indicator id='C' method='proportion' per='100'><name>C</name></indicator>",
			.body = cases[i].body });

		cr_expect_eq(statement_said(statement, "SPC58"), cases[i].warned, "%s",
			     cases[i].body);
		statement_free(statement);
	}
}

/* A hidden figure is not a missing one. */
Test(resolve_table, stay_when_all_of_their_figures_are_hidden)
{
	struct statement *statement = statement_with(
		"dimension,group,numerator,denominator\nsex,Female,*,*\nsex,Male,*,*\n",
		"<table by='sex'/>");

	cr_expect_not_null(statement_node(statement, NODE_TABLE, 0));
	cr_expect_not(statement_said(statement, "SPC58"));
	statement_free(statement);
}

Test(resolve_table, are_wide_only_on_pages_that_stand_upright)
{
	static const char columns[] = "<column of='value'/><column of='value'/><column of='value'/>"
				      "<column of='value'/><column of='value'/><column of='value'/>"
				      "<column of='value'/><column of='value'/></table>";
	static const struct {
		const char *before, *after;
		bool warned;
	} cases[] = {
		{ "<section><title>T</title><table by='sex'>", "</section>", true },
		{ "<section><title>T</title><table by='sex' orientation='landscape'>", "</section>",
		  false },
		{ "<section orientation='landscape'><title>T</title><table by='sex'>", "</section>",
		  false },
		{ "<section orientation='landscape'><title>T</title><section><title>U</title>"
		  "<table by='sex'>",
		  "</section></section>", false },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct arena *arena = arena_new();
		struct statement *statement =
			statement_with(bodies, arena_printf(arena, "%s%s%s", cases[i].before,
							    columns, cases[i].after));

		cr_expect_eq(statement_said(statement, "SPC55"), cases[i].warned, "%s",
			     cases[i].before);
		statement_free(statement);
		arena_free(arena);
	}
}

static void expect_order(const char *order, const char *names)
{
	struct arena *arena = arena_new();
	struct statement *statement = statement_with(
		"dimension,group,numerator,denominator\nall,,70,250\nethnicity,Asian: Indian,20,50\n"
		"ethnicity,Black: African,10,50\nethnicity,Mixed: White and Asian,*,50\nethnicity,Other: Chinese,15,50\n"
		"ethnicity,Not stated or not known,25,50\n",
		arena_printf(arena, "<table by='ethnicity' %s><column of='value'/></table>",
			     order));
	const struct table *table = statement_node(statement, NODE_TABLE, 0)->table;
	const char *found = "";

	for (size_t row = 0; row < table->row_count; row++)
		if (value_state_is_shown(table->rows[row].cells[1].state) ||
		    table->rows[row].cells[1].state == VALUE_SUPPRESSED)
			found = arena_printf(
				arena, "%s%c", found,
				statement_plain(statement, &table->rows[row].cells[0].text)[0]);
	cr_expect_str_eq(found, names, "%s: %s", order, found);
	statement_free(statement);
	arena_free(arena);
}

/* The total first ("All patients"), unknown people last, whatever the order between them. */
Test(resolve_table, stand_in_the_order_that_is_asked_for)
{
	expect_order("", "AABMON");
	expect_order("order='given'", "AABMON");
	expect_order("order='value'", "AAOBMN");
	expect_order("order='reverse'", "AOMBAN");
}
