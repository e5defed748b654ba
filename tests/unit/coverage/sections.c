/* Coverage of sections: what each test of a section notices. */

#include <criterion/criterion.h>
#include <string.h>

#include "coverage/coverage.h"
#include "support/trust_report.h"

static const struct coverage_section *section_of(const struct statement *statement, const char *id)
{
	const struct coverage *coverage = statement->run.document->coverage;

	for (size_t i = 0; i < coverage->section_count; i++)
		if (strcmp(coverage->sections[i].section->id, id) == 0)
			return &coverage->sections[i];
	cr_assert_fail("there is no section %s", id);
	return NULL;
}

/* With one change the section lacks just that. */
static void expect_lacks(const char *id, const char *from, const char *to, const char *what)
{
	const struct trust_change changes[] = { { from, to }, { 0 } };
	struct statement *statement = trust_report(changes);
	const struct coverage_section *section = section_of(statement, id);

	cr_assert_eq(section->missing_count, 1, "%s lacks %zu", id, section->missing_count);
	cr_expect_str_eq(section->missing[0].what, what);
	cr_expect_eq(section->state, SECTION_INCOMPLETE);
	cr_expect_gt(section->missing[0].at.line, 0);
	statement_free(statement);
}

Test(coverage_sections, about_needs_code_period_contact_and_law)
{
	expect_lacks("about", "<p>RXX.</p>", "<p>The trust.</p>", "the code of the body, RXX");
	expect_lacks("about", "<provisions/>", "", "the legal basis");
	expect_lacks("about", "<contact email='a@b.example'>Insight team</contact>", "",
		     "a contact");
	expect_lacks("about",
		     "<period from='2024-04-01' to='2025-03-31'>April 2024 to March 2025</period>",
		     "", "the period of the report");
}

Test(coverage_sections, about_may_name_the_law_in_words)
{
	const struct trust_change changes[] = {
		{ "<provisions/>", "<p>See Schedule 7, paragraph 26(1B), of the Act.</p>" }, { 0 }
	};
	struct statement *statement = trust_report(changes);

	cr_expect_eq(section_of(statement, "about")->state, SECTION_COMPLETE);
	statement_free(statement);
}

Test(coverage_sections, review_needs_evidence_and_a_reason_where_a_view_was_not_met)
{
	expect_lacks("review", " owner='Head' date='2025-12'>More.", " date='2025-12'>More.",
		     "who is responsible");
	expect_lacks("review", " owner='Head' date='2025-12'>More.", " owner='Head'>More.",
		     "by when");
	expect_lacks("review", "<reason>No time.</reason>", "",
		     "the reason why “Act on the information” was not met in full");
	expect_lacks("review", "<next-step owner='Head' date='2025-12'>More.</next-step>", "",
		     "the next step for “Act on the information”");
	expect_lacks("review", "<evidence>Acted.</evidence>", "",
		     "the evidence for “Act on the information”");
	expect_lacks("review", "<view of='publish' is='met'><evidence>Shown.</evidence></view>", "",
		     "a view on “Publish”");
}

Test(coverage_sections, review_may_begin_with_a_finding_of_the_author)
{
	const struct trust_change changes[] = {
		{ "<review>", "<review><finding>Most views were met.</finding>" }, { 0 }
	};
	struct statement *statement = trust_report(changes);

	cr_expect_eq(section_of(statement, "review")->state, SECTION_COMPLETE);
	statement_free(statement);
}

Test(coverage_sections, what_is_left_to_be_written_is_not_written)
{
	expect_lacks("review", "<evidence>Acted.</evidence>",
		     "<evidence>Acted <to-write>since when</to-write>.</evidence>",
		     "the evidence for “Act on the information”");
	expect_lacks("population", "<p>Need.</p>", "<p>Need.</p><to-write>PLUS groups</to-write>",
		     "a text that is still to be written");
}

Test(coverage_sections, population_needs_all_four_breakdowns_and_words)
{
	expect_lacks("population", "<p>Need.</p><table by='deprivation'/>", "<p>Need.</p>",
		     "people by Deprivation");
	expect_lacks("population", "<p>Need.</p>", "",
		     "a text on the groups chosen locally and on need");
}

Test(coverage_sections, data_quality_needs_sources_and_a_step)
{
	expect_lacks("data-quality", "<sources/>", "", "the list of sources");
	expect_lacks("data-quality", "<step owner='Head' date='2025-12'>Ask.</step>", "",
		     "a step to improve the data");
}

Test(coverage_sections, action_is_asked_for_each_domain_that_is_reported)
{
	expect_lacks("action",
		     "<actions indicator='LD02'><no-action>None was needed.</no-action></actions>",
		     "", "an action, or that there is none, for Learning disability and autism");
}

Test(coverage_sections, action_has_somebody_who_does_it_and_a_day)
{
	expect_lacks("action", "<action owner='Head' state='Done'>", "<action state='Done'>",
		     "who is responsible");
	expect_lacks("action", "<action owner='Head' state='Done'>", "<action owner='Head'>",
		     "by when");
}

Test(coverage_sections, action_beside_the_figures_is_that_of_their_domain)
{
	const struct trust_change changes[] = {
		{ "<actions indicator='LD02'><no-action>None was needed.</no-action></actions>",
		  "" },
		{ "<p><value indicator='LD02'/></p>",
		  "</section><section><title>Beds</title><p><value indicator='LD02'/></p>"
		  "<actions><no-action>None was needed.</no-action></actions>" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);

	cr_expect_eq(section_of(statement, "action")->state, SECTION_COMPLETE);
	statement_free(statement);
}

Test(coverage_sections, that_are_recommended_alone_leave_no_gap)
{
	const struct trust_change unchanged[] = { { 0 } };
	struct statement *statement = trust_report(unchanged);
	const struct coverage_section *governance = section_of(statement, "governance");

	cr_expect_eq(governance->state, SECTION_ABSENT);
	cr_expect_eq(governance->gaps, 0);
	statement_free(statement);
}

Test(coverage_sections, governance_names_who_leads_and_who_received_the_data)
{
	const struct trust_change changes[] = {
		{ "<section purpose='methods'>",
		  "<section purpose='governance'><title>G</title><governance lead='Ann'/></section>"
		  "<section purpose='methods'>" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);
	const struct coverage_section *governance = section_of(statement, "governance");

	cr_assert_eq(governance->missing_count, 2);
	cr_expect_str_eq(governance->missing[0].what, "the board or committee");
	cr_expect_str_eq(governance->missing[1].what,
			 "when the board or committee received the data");
	cr_expect_eq(governance->gaps, 0);
	statement_free(statement);
}

Test(coverage_sections, frameworks_need_every_area)
{
	const struct trust_change changes[] = {
		{ "<section purpose='methods'>",
		  "<section purpose='frameworks'><title>F</title>"
		  "<framework of='strategic-priorities'>"
		  "<area of='restore-inclusively'>Done.</area><area of='digital-exclusion'>Done.</area>"
		  "<area of='complete-data'>Done.</area><area of='prevention'>Done.</area>"
		  "</framework></section><section purpose='methods'>" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);
	const struct coverage_section *frameworks = section_of(statement, "frameworks");

	cr_assert_eq(frameworks->missing_count, 3);
	cr_expect_str_eq(frameworks->missing[0].what, "Core20PLUS5 for adults");
	cr_expect_str_eq(frameworks->missing[1].what, "Core20PLUS5 for children and young people");
	cr_expect_str_eq(frameworks->missing[2].what,
			 "what was done for “Strengthen leadership and accountability”");
	statement_free(statement);
}

Test(coverage_sections, tables_need_the_numbers_that_charts_draw)
{
	const struct trust_change changes[] = {
		{ "<table indicator='MH03' by='ethnicity'/>",
		  "<chart kind='bars' indicator='MH03' by='ethnicity'/>" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);
	const struct coverage_section *tables = section_of(statement, "tables");

	cr_assert_eq(tables->missing_count, 1);
	cr_expect_str_eq(tables->missing[0].what, "tables by ethnic group of MH03");
	statement_free(statement);
}

Test(coverage_sections, summary_needs_findings_with_figures)
{
	const struct trust_change changes[] = {
		{ "<section purpose='methods'>",
		  "<section purpose='summary'><title>S</title><p>Words.</p>"
		  "<p><value indicator='MH02'/></p><p><value indicator='MH03'/></p></section>"
		  "<section purpose='methods'>" },
		{ 0 },
	};
	struct statement *statement = trust_report(changes);
	const struct coverage_section *summary = section_of(statement, "summary");

	cr_assert_eq(summary->missing_count, 1);
	cr_expect_str_eq(summary->missing[0].what, "5 findings with figures or more; it has 2");
	statement_free(statement);
}
