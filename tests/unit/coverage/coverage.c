/* Coverage: what is reported of what the edition asks, and which sections are complete. */
#include "coverage/coverage.h"

#include <criterion/criterion.h>
#include <string.h>

#include "support/trust_report.h"

static const struct trust_change unchanged[] = { { 0 } };

static const struct coverage_row *row_of(const struct coverage *coverage, const char *id)
{
	for (size_t i = 0; i < coverage->row_count; i++)
		if (strcmp(coverage->rows[i].indicator->id, id) == 0)
			return &coverage->rows[i];
	cr_assert_fail("%s is not in the coverage", id);
	return NULL;
}

static const struct coverage_cell *cell_of(const struct coverage *coverage, const char *id,
					   const char *dimension)
{
	const struct coverage_row *row = row_of(coverage, id);

	if (dimension == NULL)
		return &row->total;
	for (size_t i = 0; i < coverage->dimension_count; i++)
		if (strcmp(row->cells[i].dimension, dimension) == 0)
			return &row->cells[i];
	cr_assert_fail("%s has no %s", id, dimension);
	return NULL;
}

static const struct coverage_section *section_of(const struct coverage *coverage, const char *id)
{
	for (size_t i = 0; i < coverage->section_count; i++)
		if (strcmp(coverage->sections[i].section->id, id) == 0)
			return &coverage->sections[i];
	cr_assert_fail("there is no section %s", id);
	return NULL;
}

static void expect_state(const struct coverage *coverage, const char *id, const char *dimension,
			 const char *state)
{
	cr_expect_str_eq(coverage_state_name(cell_of(coverage, id, dimension)->state), state,
			 "%s by %s", id, dimension == NULL ? "all" : dimension);
}

/* -- nothing is missing ------------------------------------------------------------------------- */

Test(coverage, of_a_report_that_lacks_nothing_is_complete)
{
	struct statement *statement = trust_report(unchanged);
	const struct coverage *coverage = statement->run.document->coverage;

	cr_assert_not_null(coverage);
	for (size_t i = 0; i < coverage->section_count; i++)
		for (size_t j = 0; j < coverage->sections[i].missing_count; j++)
			cr_expect(coverage->sections[i].gaps == 0, "%s lacks %s",
				  coverage->sections[i].section->id,
				  coverage->sections[i].missing[j].what);
	cr_expect_eq(coverage->gaps, 0);
	cr_expect_str_eq(coverage->verdict, "The statement is complete.");
	statement_free(statement);
}

Test(coverage, has_a_row_for_each_indicator_that_such_a_body_is_asked_for)
{
	static const char *const asked[] = { "MH02", "MH03", "MH04", "MH05", "LD02" };
	struct statement *statement = trust_report(unchanged);
	const struct coverage *coverage = statement->run.document->coverage;

	cr_expect_eq(coverage->row_count, 5);
	for (size_t i = 0; i < 5; i++) {
		expect_state(coverage, asked[i], NULL, "reported");
		expect_state(coverage, asked[i], "deprivation", "reported");
		expect_state(coverage, asked[i], "ethnicity", "reported");
		expect_state(coverage, asked[i], "age", "reported");
		expect_state(coverage, asked[i], "sex", "reported");
	}
	cr_expect_eq(coverage->full, 5);
	statement_free(statement);
}

Test(coverage, is_for_reports_that_name_their_statement)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .body = "<p>A.</p>" });

	cr_expect_null(statement->run.document->coverage);
	statement_free(statement);
}

/* -- ten gaps ----------------------------------------------------------------------------------- */

Test(coverage, finds_ten_deliberate_gaps_and_no_other)
{
	const struct trust_change changes[] = {
		/* 1: an indicator that the report does not have, 2: one of which it shows nothing */
		{ " LD02' source", "' source" },
		{ "<p><value indicator='LD02'/></p><table indicator='LD02' by='deprivation'/>"
		  "<table indicator='LD02' by='ethnicity'/><table indicator='LD02' by='age'/>"
		  "<table indicator='LD02' by='sex'/>",
		  "" },
		{ "<actions indicator='LD02'><no-action>None was needed.</no-action></actions>",
		  "" },
		{ "<p><value indicator='MH05'/></p><table indicator='MH05' by='deprivation'/>"
		  "<table indicator='MH05' by='ethnicity'/><table indicator='MH05' by='age'/>"
		  "<table indicator='MH05' by='sex'/>",
		  "" },
		/* 3: a breakdown that the data have, 4: one that they lack, 5: one group of five */
		{ "<table indicator='MH03' by='age'/>", "" },
		{ "<table indicator='MH04' by='sex'/>", "" },
		{ "MH04,RXX,sex,female,480,10000\nMH04,RXX,sex,male,520,10000\n", "" },
		{ "<table indicator='MH03' by='deprivation'/>",
		  "<p><value indicator='MH03' by='deprivation' group='most'/></p>" },
		/* 6: the legal basis, 7: a view, 8: the evidence for another */
		{ "<provisions/>", "" },
		{ "<view of='publish' is='met'><evidence>Shown.</evidence></view>", "" },
		{ "<evidence>Acted.</evidence>", "<evidence></evidence>" },
		/* 9: the actions of the one domain that is reported, 10: a whole section */
		{ "<actions indicator='MH02'><action owner='Head' state='Done'>Clinics.</action></actions>",
		  "<p>Soon.</p>" },
		{ "<section purpose='equality'><title>Equality</title>"
		  "<equality href='https://trust.example/equality'>See there.</equality></section>",
		  "" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);
	const struct coverage *coverage = statement->run.document->coverage;

	cr_expect(row_of(coverage, "LD02")->gap);
	cr_expect(row_of(coverage, "MH05")->gap);
	cr_expect_eq(cell_of(coverage, "MH03", "age")->gap, 1);
	cr_expect_eq(cell_of(coverage, "MH03", "deprivation")->gap, 1);
	cr_expect_eq(cell_of(coverage, "MH04", "sex")->gap, 1);
	cr_expect_eq(section_of(coverage, "about")->gaps, 1);
	cr_expect_eq(section_of(coverage, "review")->gaps, 2);
	cr_expect_eq(section_of(coverage, "action")->gaps, 1);
	cr_expect_eq(section_of(coverage, "equality")->gaps, 1);
	cr_expect_eq(coverage->gaps, 10, "%zu", coverage->gaps);
	cr_expect_str_eq(coverage->verdict, "The statement has 10 gaps.");
	statement_free(statement);
}

/* -- one indicator ------------------------------------------------------------------------------ */

Test(coverage, tells_where_an_indicator_that_is_not_shown_could_be)
{
	const struct trust_change changes[] = {
		{ "<table indicator='MH03' by='age'/>", "" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);
	const struct coverage_cell *cell =
		cell_of(statement->run.document->coverage, "MH03", "age");

	cr_expect_str_eq(cell->reason, "in the data, but not shown");
	cr_expect(strstr(cell->at.file, "report.xml") != NULL);
	cr_expect_gt(cell->at.line, 0);
	statement_free(statement);
}

Test(coverage, does_not_take_a_sentence_on_groups_for_the_groups)
{
	const struct trust_change changes[] = {
		{ "<table indicator='MH03' by='ethnicity'/>",
		  "<p><phrase kind='several-groups' indicator='MH03' by='ethnicity'/></p>" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);

	expect_state(statement->run.document->coverage, "MH03", "ethnicity", "gap");
	statement_free(statement);
}

Test(coverage, takes_a_chart_for_the_groups_that_it_draws)
{
	const struct trust_change changes[] = {
		{ "<table indicator='MH03' by='ethnicity'/>",
		  "<chart kind='bars' indicator='MH03' by='ethnicity'/>" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);

	expect_state(statement->run.document->coverage, "MH03", "ethnicity", "reported");
	statement_free(statement);
}

Test(coverage, says_how_many_groups_are_hidden)
{
	const struct trust_change changes[] = {
		{ "MH02,RXX,ethnic-group,mixed,50,10000", "MH02,RXX,ethnic-group,mixed,*,10000" },
		{ "MH02,RXX,ethnic-group,other,50,10000", "MH02,RXX,ethnic-group,other,*,10000" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);
	const struct coverage *coverage = statement->run.document->coverage;

	expect_state(coverage, "MH02", "ethnicity", "in-part");
	cr_expect_str_eq(cell_of(coverage, "MH02", "ethnicity")->reason, "2 of 5 groups");
	cr_expect(cell_of(coverage, "MH02", "ethnicity")->confidential);
	cr_expect_eq(coverage->gaps, 0);
	statement_free(statement);
}

Test(coverage, calls_a_breakdown_suppressed_when_all_of_it_is)
{
	const struct trust_change changes[] = {
		{ "MH02,RXX,sex,female,480,", "MH02,RXX,sex,female,*," },
		{ "MH02,RXX,sex,male,520,", "MH02,RXX,sex,male,*," },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);
	const struct coverage *coverage = statement->run.document->coverage;

	expect_state(coverage, "MH02", "sex", "suppressed");
	cr_expect_eq(coverage->gaps, 0);
	statement_free(statement);
}

Test(coverage, takes_what_the_data_mark_as_not_available_for_a_reason)
{
	const struct trust_change changes[] = {
		{ "MH02,RXX,sex,female,480,10000", "MH02,RXX,sex,female,x,x" },
		{ "MH02,RXX,sex,male,520,10000", "MH02,RXX,sex,male,x,x" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);
	const struct coverage *coverage = statement->run.document->coverage;

	expect_state(coverage, "MH02", "sex", "not-available");
	cr_expect_str_neq(cell_of(coverage, "MH02", "sex")->reason, "");
	cr_expect_eq(coverage->gaps, 0);
	statement_free(statement);
}

/* -- reasons of the author ---------------------------------------------------------------------- */

Test(coverage, gives_the_author_s_reason_in_place_of_a_gap)
{
	const struct trust_change changes[] = {
		{ "<table indicator='MH03' by='age'/>", "" },
		{ "source='s'/>",
		  "source='s'/><not-reported indicator='MH03' by='age sex'>Too few beds.</not-reported>" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);
	const struct coverage *coverage = statement->run.document->coverage;

	expect_state(coverage, "MH03", "age", "not-available");
	cr_expect_str_eq(cell_of(coverage, "MH03", "age")->reason, "Too few beds.");
	expect_state(coverage, "MH03", "sex", "reported");
	cr_expect_eq(coverage->gaps, 0);
	cr_expect_str_eq(coverage->verdict, "The statement is complete: there is a reason wherever "
					    "something is not reported in full.");
	cr_expect_not(statement_said(statement, "SPC67"));
	statement_free(statement);
}

Test(coverage, takes_one_reason_for_the_whole_of_an_indicator)
{
	const struct trust_change changes[] = {
		{ " LD02' source='s'/>",
		  "' source='s'/><not-reported indicator='LD02' state='not-applicable'>"
		  "No such beds.</not-reported>" },
		{ "<p><value indicator='LD02'/></p><table indicator='LD02' by='deprivation'/>"
		  "<table indicator='LD02' by='ethnicity'/><table indicator='LD02' by='age'/>"
		  "<table indicator='LD02' by='sex'/>",
		  "" },
		{ "<actions indicator='LD02'><no-action>None was needed.</no-action></actions>",
		  "" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);
	const struct coverage *coverage = statement->run.document->coverage;

	expect_state(coverage, "LD02", NULL, "not-applicable");
	expect_state(coverage, "LD02", "sex", "not-applicable");
	cr_expect_str_eq(row_of(coverage, "LD02")->reason, "No such beds.");
	cr_expect_eq(coverage->gaps, 0);
	statement_free(statement);
}

Test(coverage, gives_the_author_s_reason_before_that_of_the_data)
{
	const struct trust_change changes[] = {
		{ "MH02,RXX,sex,female,480,10000", "MH02,RXX,sex,female,x,x" },
		{ "MH02,RXX,sex,male,520,10000", "MH02,RXX,sex,male,x,x" },
		{ "source='s'/>",
		  "source='s'/><not-reported indicator='MH02' by='sex'>Not sent.</not-reported>" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);
	const struct coverage *coverage = statement->run.document->coverage;

	expect_state(coverage, "MH02", "sex", "not-available");
	cr_expect_str_eq(cell_of(coverage, "MH02", "sex")->reason, "Not sent.");
	cr_expect_not(statement_said(statement, "SPC67"));
	statement_free(statement);
}

Test(coverage, warns_of_a_reason_for_something_that_is_reported)
{
	const struct trust_change changes[] = {
		{ "source='s'/>",
		  "source='s'/><not-reported indicator='MH03' by='age'>Too few.</not-reported>" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);

	cr_expect(statement_said(statement, "SPC67"));
	statement_free(statement);
}

/* -- bodies that nothing is asked of ------------------------------------------------------------ */

Test(coverage, says_that_no_listed_indicator_applies_to_an_ambulance_trust)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "organisation,numerator,denominator\nRX6,1,2\n",
		.about = "organisation='RX6' indicator='A'",
		.meta = "<statement edition='statement-2023-25' body='RX6'/>",
		.body = "<coverage/>" });
	const struct coverage *coverage = statement->run.document->coverage;

	cr_expect_eq(coverage->row_count, 0);
	cr_expect_eq(section_of(coverage, "indicators")->requirement, REQUIREMENT_NOT_APPLICABLE);
	cr_expect_eq(section_of(coverage, "indicators")->gaps, 0);
	cr_expect_eq(section_of(coverage, "action")->gaps, 0);
	cr_expect(
		strncmp(coverage->verdict,
			"None of the indicators that the edition lists applies to an ambulance trust.",
			76) == 0,
		"%s", coverage->verdict);
	cr_expect_str_eq(
		statement_paragraph(statement, 0),
		"None of the indicators that the edition lists applies to an ambulance trust.");
	statement_free(statement);
}
