/*
 * source_pairs.c - two sources that say the same, or that are of different people.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "support/figures_expect.h"
#include "support/program.h"

TestSuite(data_source_pairs, .init = fixture_set_up, .fini = fixture_tear_down);

#define FIFTH "2024,QNV,deprivation,2,7,9\n"

/* All that is said of two files, without what is missing in them. */
static const char *said_of_two(const char *rule, const char *first, const char *second_rule,
			       const char *second)
{
	const char *folder = scratch_new(arena), *said;
	const struct figures_parts parts = {
		.rows = arena_printf(arena, PLAIN_HEAD "%s", first),
		.attributes = arena_printf(arena, "rule='%s'", rule),
		.sources = arena_printf(arena, "<source id='t' href='t.csv' rule='%s'>%s</source>",
					second_rule, figures_plain_rules),
		.about = "organisation='QNV'",
		.folder = folder,
	};
	const char *rows = arena_printf(arena, PLAIN_HEAD "%s", second);

	file_write(path_join(arena, folder, "t.csv"), rows, strlen(rows));
	said = figures_of(arena, &parts).said;
	scratch_free(folder);
	return said;
}

Test(data_source_pairs, warns_of_groups_that_two_files_give)
{
	const char *said = said_of_two("NONE", "2024,QNV,all,,7,9\n" FIFTH, "NONE",
				       FIFTH "2024,QNV,deprivation,3,1,9\n");

	cr_expect_not_null(strstr(said, "t.csv:2: warning: two sources give the same figures: 1 of "
					"the rows of t, the first one, of A, as data.csv:3 of s "
					"[DAT80]\n"),
			   "%s", said);
}

Test(data_source_pairs, lets_files_have_a_total_in_common)
{
	const char *said = said_of_two("NONE", "2024,QNV,all,,7,9\n" FIFTH, "NONE",
				       "2024,QNV,all,,7,9\n2024,QNV,sex,Female,3,4\n");

	cr_expect_null(strstr(said, "DAT80"), "%s", said);
}

Test(data_source_pairs, says_whose_rule_holds_for_a_total_under_two_rules)
{
	const char *said = said_of_two("LOCAL-5", "2024,QNV,all,,7,9\n" FIFTH, "NONE",
				       "2024,QNV,all,,7,9\n2024,QNV,sex,Female,3,4\n");

	cr_expect_not_null(strstr(said, "; the rule of s, LOCAL-5, holds for them [DAT80]"), "%s",
			   said);
}

Test(data_source_pairs, refuses_figures_of_two_files_that_differ)
{
	const char *said = said_of_two("NONE", FIFTH, "NONE", "2024,QNV,deprivation,2,8,9\n");

	cr_expect_not_null(strstr(said, "error: two rows for one figure"), "%s", said);
}

/* -- populations ------------------------------------------------------------------------------ */

static const char *said_of_people(const char *events, const char *people)
{
	const char *folder = scratch_new(arena), *said;
	const struct figures_parts parts = {
		.rows = "period,n\n2024,7\n",
		.attributes = events,
		.rules = "<map column='period' as='period'/><map column='n' as='numerator'/>",
		.sources = arena_printf(arena,
					"<source id='p' href='p.csv' rule='NONE' %s>"
					"<map column='period' as='period'/>"
					"<map column='d' as='denominator'/></source>",
					people),
		.indicators = "<indicator id='A' method='proportion' source='s' denominators='p'>"
			      "<name>A</name></indicator>",
		.folder = folder,
	};

	file_write(path_join(arena, folder, "p.csv"), "period,d\n2024,9\n", 16);
	said = figures_of(arena, &parts).said;
	scratch_free(folder);
	return said;
}

Test(data_source_pairs, warns_of_registered_patients_over_residents_and_the_other_way_round)
{
	cr_expect_str_eq(said_of_people("population='registered'", "population='resident'"),
			 "report.xml:4:1: warning: numerators and denominators are of different "
			 "people: A: numerators of registered patients (s) over denominators of "
			 "residents (p) [DAT81]\n");
	cr_expect_not_null(
		strstr(said_of_people("population='resident'", "population='registered'"),
		       "residents (s) over denominators of registered patients (p)"));
}

Test(data_source_pairs, says_nothing_of_the_same_people_or_of_people_nobody_names)
{
	cr_expect_str_eq(said_of_people("population='resident'", "population='resident'"), "");
	cr_expect_str_eq(said_of_people("population='registered'", ""), "");
	cr_expect_str_eq(said_of_people("", "population='resident'"), "");
}

/* MH01 of the catalogue is of patients registered with practices. */
Test(data_source_pairs, warns_where_the_catalogue_means_other_people)
{
	const struct figures_parts parts = {
		.rows = "period,n,d\n2024,7,9\n",
		.attributes = "rule='NONE' population='resident'",
		.rules = "<map column='period' as='period'/><map column='n' as='numerator'/>"
			 "<map column='d' as='denominator'/>",
		.indicators = "<use set='statement-2023-25' only='MH01'/>",
	};
	const char *said = figures_of(arena, &parts).said;

	cr_expect_not_null(strstr(said, "MH01: the indicator is of registered patients, the "
					"denominators of s are of residents [DAT81]"),
			   "%s", said);
}
