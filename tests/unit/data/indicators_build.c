/* The indicators of a report: those of its catalogues, changed and added to by the spec. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "data/catalogue.h"
#include "support/figures.h"
#include "support/fixture_place.h"

TestSuite(data_indicators_build, .init = fixture_place_set_up, .fini = fixture_place_tear_down);

static struct figures with(const char *indicators)
{
	const struct figures_parts parts = {
		.rows = "period,organisation,dimension,group,n,d\n2024,QNV,all,,1,9\n",
		.rules = "<map column='period' as='period'/><map column='n' as='numerator'/>"
			 "<set as='indicator' to='X1'/>",
		.indicators = indicators,
		.folder = place.folder,
	};

	return figures_of(arena, &parts);
}

static void expect_said(const char *indicators, const char *message)
{
	struct figures figures = with(indicators);

	cr_expect_null(figures.indicators, "%s", indicators);
	cr_expect_not_null(strstr(figures.said, message), "%s\nis not\n%s", figures.said, message);
}

static const struct indicator *named(const struct figures *figures, const char *id)
{
	int found;

	cr_assert_not_null(figures->indicators, "%s", figures->said);
	found = indicator_find(figures->indicators, id);
	cr_assert_geq(found, 0, "%s", id);
	return &figures->indicators->items[found];
}

#define OWN                                                                                        \
	"id,name,method,good,unit\nX1,One,proportion,low,\nX2,Two,count,,Waits\nX3,Three,count,,\n"

Test(data_indicators_build, takes_a_catalogue_beside_the_report)
{
	struct figures figures;

	workplace_file(&place, "own.csv", OWN);
	figures = with("<use set='own.csv'/>");
	cr_assert_not_null(figures.indicators, "%s", figures.said);
	cr_expect_eq(figures.indicators->count, 3);
	cr_expect_str_eq(named(&figures, "X2")->name, "Two");
	cr_expect_str_eq(named(&figures, "X2")->set, "own.csv");
}

Test(data_indicators_build, takes_some_and_leaves_out_others)
{
	struct figures figures;

	workplace_file(&place, "own.csv", OWN);
	figures = with("<use set='own.csv' only='X3  X1' source='s'/>");
	cr_assert_not_null(figures.indicators, "%s", figures.said);
	cr_expect_eq(figures.indicators->count, 2);
	cr_expect_str_eq(figures.indicators->items[0].id, "X1");
	cr_expect_str_eq(figures.indicators->items[0].source, "s");
	figures = with("<use set='own.csv' except='X2 X3'/>");
	cr_assert_not_null(figures.indicators, "%s", figures.said);
	cr_expect_eq(figures.indicators->count, 1);
}

Test(data_indicators_build, refuses_ids_that_a_catalogue_does_not_have)
{
	workplace_file(&place, "own.csv", OWN);
	expect_said("<use set='own.csv' only='X1 Y1'/>",
		    "report.xml:6:38: error: unknown indicator: Y1 [SPC31]\n");
	expect_said("<use set='own.csv' except='Y1'/>", "unknown indicator: Y1 [SPC31]\n");
}

Test(data_indicators_build, refuses_an_indicator_of_two_catalogues)
{
	workplace_file(&place, "own.csv", OWN);
	workplace_file(&place, "other.csv", "id,name,method\nX2,Again,count\n");
	expect_said("<use set='own.csv'/>\n<use set='other.csv'/>",
		    "report.xml:7:1: error: an indicator comes from two catalogues: X2 [SPC32]\n");
	cr_expect_not_null(
		with("<use set='own.csv' except='X2'/><use set='other.csv'/>").indicators);
}

Test(data_indicators_build, takes_every_set_of_the_program)
{
	static const char *const sets[] = {
		"statement-2023-25",   "statement-updated", "core20plus5-adults",
		"core20plus5-cyp",     "data-quality",      "strategic-priorities",
		"population-and-need", "health-status",     "avoidable-admissions",
		"primary-care",
	};

	for (size_t i = 0; i < sizeof(sets) / sizeof(sets[0]); i++) {
		struct figures figures = with(arena_printf(arena, "<use set='%s'/>", sets[i]));

		cr_assert_not_null(figures.indicators, "%s: %s", sets[i], figures.said);
		for (size_t j = 0; j < figures.indicators->count; j++) {
			const struct indicator *indicator = &figures.indicators->items[j];

			cr_expect_gt(indicator->multiplier, 0, "%s", indicator->id);
			cr_expect_gt(strlen(indicator->name), 0, "%s", indicator->id);
			cr_expect_null(strchr(indicator->name, '{'), "%s", indicator->name);
		}
	}
}

Test(data_indicators_build, takes_once_what_one_set_has_from_another)
{
	struct figures figures;

	workplace_file(&place, "own.csv",
		       "id,use,domain\nMH01,statement-2023-25,Ours\nER01,statement-2023-25,\n");
	figures = with("<use set='statement-2023-25' only='MH01'/><use set='own.csv'/>"
		       "<use set='strategic-priorities' only='ER01 MH01'/>");
	cr_assert_not_null(figures.indicators, "%s", figures.said);
	cr_expect_eq(figures.indicators->count, 2);
	cr_expect_str_eq(named(&figures, "MH01")->set, "statement-2023-25");
	cr_expect_str_eq(named(&figures, "MH01")->domain, "Mental health");
	cr_expect_str_eq(named(&figures, "ER01")->set, "own.csv");
	workplace_file(&place, "own.csv", OWN);
	expect_said("<use set='own.csv'/><use set='own.csv'/>", "two catalogues: X1 [SPC32]");
}

Test(data_indicators_build, keeps_where_a_local_definition_differs)
{
	struct figures figures;

	workplace_file(&place, "own.csv", OWN);
	figures = with("<use set='own.csv'/><indicator id='X2'><difference>Under 5s are left out."
		       "</difference></indicator>");
	cr_expect_str_eq(named(&figures, "X2")->difference, "Under 5s are left out.");
	cr_expect_str_eq(named(&figures, "X1")->difference, "");
}

Test(data_indicators_build, changes_what_the_report_says_and_keeps_the_rest)
{
	struct figures figures;

	workplace_file(&place, "own.csv", OWN);
	figures =
		with("<use set='own.csv'/>\n<indicator id='X1' good='high' per='1000' decimals='2' "
		     "codes='a|b' source='s'><short-name>S</short-name><unit>u</unit></indicator>");
	cr_expect_str_eq(named(&figures, "X1")->name, "One");
	cr_expect_str_eq(named(&figures, "X1")->short_name, "S");
	cr_expect_str_eq(named(&figures, "X1")->unit, "u");
	cr_expect_str_eq(named(&figures, "X1")->method, "proportion");
	cr_expect_eq(named(&figures, "X1")->polarity, POLARITY_HIGH_GOOD);
	cr_expect_float_eq(named(&figures, "X1")->multiplier, 1000, 0);
	cr_expect_eq(named(&figures, "X1")->decimals, 2);
	cr_expect_str_eq(named(&figures, "X1")->codes, "a|b");
	cr_expect_str_eq(named(&figures, "X1")->source, "s");
	cr_expect_eq(named(&figures, "X1")->at.line, 7);
	cr_expect_eq(figures.indicators->count, 3);
}

Test(data_indicators_build, completes_what_nobody_says)
{
	struct figures figures =
		with("<indicator id='X1' method='proportion'><name>One</name></indicator>");

	cr_expect_str_eq(named(&figures, "X1")->short_name, "One");
	cr_expect_str_eq(named(&figures, "X1")->measure, "One");
	cr_expect_str_eq(named(&figures, "X1")->codes, "X1");
	cr_expect_str_eq(named(&figures, "X1")->unit, "%");
	cr_expect_float_eq(named(&figures, "X1")->multiplier, 100, 0);
	cr_expect_str_eq(named(&figures, "X1")->set, "");
}

/* A percentage of 0.37 and a rate per person would be printed without a word. */
Test(data_indicators_build, takes_the_multiplier_from_the_unit_or_wants_it)
{
	struct figures figures = with(
		"<indicator id='P' method='proportion'><name>P</name><unit>%</unit></indicator>"
		"<indicator id='G' method='given'><name>G</name><unit>% of all</unit></indicator>"
		"<indicator id='C' method='count'><name>C</name><unit>Waits</unit></indicator>");

	cr_expect_float_eq(named(&figures, "P")->multiplier, 100, 0);
	cr_expect_float_eq(named(&figures, "G")->multiplier, 100, 0);
	cr_expect_float_eq(named(&figures, "C")->multiplier, 1, 0);
	expect_said("<indicator id='X1' method='crude-rate'><name>N</name>"
		    "<unit>Admissions per 1,000 people</unit></indicator>",
		    "an indicator lacks what it needs: per of X1 [SPC33]\n");
}

Test(data_indicators_build, wants_of_an_own_indicator_what_no_catalogue_says)
{
	expect_said(
		"<indicator id='X1' method='count'/>",
		"report.xml:6:13: error: an indicator lacks what it needs: <name> of X1 [SPC33]\n");
	expect_said("<indicator id='X1'><name>n</name></indicator>",
		    "an indicator lacks what it needs: method of X1 [SPC33]\n");
	expect_said("<indicator id='X1' method='dsr'><name>n</name></indicator>",
		    "an indicator lacks what it needs: standard of X1 [SPC33]\n");
	expect_said("<indicator id='X1' method='dsr-events'><name>n</name></indicator>",
		    "an indicator lacks what it needs: standard of X1 [SPC33]\n");
	expect_said(
		"<indicator id='X1' method='dsr-events' standard='s'><name>n</name></indicator>",
		"an indicator lacks what it needs: per of X1 [SPC33]\n");
	expect_said("<indicator id='X1' method='isr' per='1'><name>n</name></indicator>",
		    "an indicator lacks what it needs: reference of X1 [SPC33]\n");
	expect_said("<indicator id='X1' method='isr' reference='Q'><name>n</name></indicator>",
		    "an indicator lacks what it needs: per of X1 [SPC33]\n");
	expect_said("<indicator id='X1' method='smr'><name>n</name></indicator>",
		    "an indicator lacks what it needs: reference of X1 [SPC33]\n");
}

Test(data_indicators_build, takes_ages_and_reference_of_an_own_indicator)
{
	struct figures figures = with(
		"<indicator id='L' method='life-expectancy' at-age='65' closing-age='85'><name>L</name>"
		"</indicator><indicator id='B' method='life-expectancy'><name>B</name></indicator>"
		"<indicator id='S' method='smr' reference='Q'><name>S</name></indicator>"
		"<indicator id='M' method='mean'><name>M</name></indicator>");

	cr_expect_eq(named(&figures, "L")->at_age, 65);
	cr_expect_eq(named(&figures, "L")->closing_age, 85);
	/* At birth, with the last band of the data; years, days and kilograms are no rates. */
	cr_expect_eq(named(&figures, "B")->at_age, 0);
	cr_expect_eq(named(&figures, "B")->closing_age, 0);
	cr_expect_eq(named(&figures, "B")->multiplier, 1);
	cr_expect_eq(named(&figures, "M")->multiplier, 1);
	/* 100 is the reference. */
	cr_expect_eq(named(&figures, "S")->multiplier, 100);
	cr_expect_str_eq(named(&figures, "S")->reference, "Q");
}

Test(data_indicators_build, lists_the_catalogues_there_are)
{
	expect_said(
		"<use set='statement-2031'/>",
		"report.xml:6:23: error: cannot read the file: statement-2031 [SPC21]\n    hint: ");
	expect_said("<use set='statement-2031'/>",
		    "use one of: statement-2023-25, statement-updated, ");
	expect_said("<use set='statement-2031'/>", ", or a file beside the report\n");
	/* Lists of other things lie in the same folder. */
	expect_said("<use set='editions'/>", "cannot read the file: editions [SPC21]\n");
	expect_said("<use set='sub/own.csv'/>", "cannot read the file: sub/own.csv [SPC21]\n");
}

Test(data_indicators_build, reads_no_catalogue_outside_the_folder)
{
	expect_said("<use set='../own.csv'/>", "../own.csv [SPC16]\n");
	expect_said("<use set='/etc/passwd'/>", "/etc/passwd [SPC16]\n");
}

/* As everywhere, files are named from the place of the file that names them. */
Test(data_indicators_build, looks_beside_the_included_file_that_names_a_catalogue)
{
	struct figures figures;

	workplace_folder(&place, "sub");
	workplace_file(&place, "sub/own.csv", OWN);
	workplace_file(&place, "sub/part.xml",
		       "<use xmlns='urn:gradient:report:1' set='own.csv'/>");
	figures = with("<include href='sub/part.xml'/>");
	cr_assert_not_null(figures.indicators, "%s", figures.said);
	cr_expect_eq(figures.indicators->count, 3);
}

/* "Admissions per 100,000 people" beside a rate per 1,000 would be a wrong statement. */
Test(data_indicators_build, wants_a_unit_with_another_multiplier_or_method)
{
	struct figures figures;

	workplace_file(&place, "own.csv",
		       "id,name,method,multiplier,unit\nX1,One,crude-rate,1000,Waits per thousand\n"
		       "X2,Two,crude-rate,,Waits per thousand\nX3,Three,proportion,,%\n"
		       "X4,Four,crude-rate,1000,\n");
	expect_said("<use set='own.csv'/>\n<indicator id='X1' per='100'/>"
		    "<indicator id='X2' per='1000'/>",
		    "report.xml:7:1: error: an indicator lacks what it needs: <unit> of X1, "
		    "which is \"Waits per thousand\" in the catalogue [SPC33]\n");
	expect_said(
		"<use set='own.csv' except='X2'/><indicator id='X1' method='ratio'/>",
		"an indicator lacks what it needs: <unit> of X1, which is \"Waits per thousand\"");
	expect_said("<use set='own.csv' except='X2'/><indicator id='X3' per='1000'/>",
		    "an indicator lacks what it needs: <unit> of X3, which is \"%\"");
	figures = with("<use set='own.csv' except='X2'/><indicator id='X3' good='low'/>");
	cr_expect_not_null(figures.indicators, "%s", figures.said);
	figures = with("<use set='own.csv'/><indicator id='X1' per='1000' method='crude-rate'/>"
		       "<indicator id='X2' per='1000'/><indicator id='X3' per='100'/>"
		       "<indicator id='X4' per='100'/>");
	cr_expect_not_null(figures.indicators, "%s", figures.said);
	figures = with("<use set='own.csv' except='X2'/><indicator id='X1' per='100' "
		       "method='ratio'><unit>Waits per 100</unit></indicator>");
	cr_expect_not_null(figures.indicators, "%s", figures.said);
}
