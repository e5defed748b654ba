/* Coverage of indicators that no data are of: elements and sections of the document answer them. */
#include <criterion/criterion.h>
#include <string.h>

#include "coverage/coverage.h"
#include "support/statement.h"

/* 40 of 1,000 without ethnic group, 5 without deprivation; nobody counted those without age or sex. */
static const char rows[] = "dimension,group,numerator,denominator\n"
			   "all,all,500,1000\n"
			   "ethnicity,A,450,950\nethnicity,unknown,20,40\n"
			   "deprivation,1,497,995\ndeprivation,unknown,3,5\n"
			   "sex,female,300,600\nsex,male,200,400\n";

static struct statement *answered(const char *body)
{
	return statement_of(&(struct statement_parts){
		.rows = rows,
		.meta = "<statement edition='statement-updated' body='QNV' kind='icb'/>",
		.body = body });
}

static const struct coverage_row *row_of(const struct statement *statement, const char *id)
{
	const struct coverage *coverage = statement->run.document->coverage;

	for (size_t i = 0; i < coverage->row_count; i++)
		if (strcmp(coverage->rows[i].indicator->id, id) == 0)
			return &coverage->rows[i];
	cr_assert_fail("%s is not in the coverage", id);
	return NULL;
}

static const struct coverage_cell *cell_of(const struct statement *statement, const char *id,
					   const char *dimension)
{
	const struct coverage *coverage = statement->run.document->coverage;

	for (size_t i = 0; i < coverage->dimension_count; i++)
		if (strcmp(coverage->dimensions[i]->id, dimension) == 0)
			return &row_of(statement, id)->cells[i];
	cr_assert_fail("there is no %s", dimension);
	return NULL;
}

static void expect_total(const struct statement *statement, const char *id, const char *state)
{
	cr_expect_str_eq(coverage_state_name(row_of(statement, id)->total.state), state, "%s", id);
}

/* -- quality of the data ------------------------------------------------------------------------ */

Test(coverage_answers, shares_without_a_group_are_answered_by_the_table_of_data_quality)
{
	struct statement *statement = answered("<p>Words.</p><data-quality/>");

	expect_total(statement, "DQ01", "reported");
	expect_total(statement, "DQ02", "reported");
	/* Of one source nobody knows how many have no sex. */
	expect_total(statement, "DQ04", "not-available");
	cr_expect_str_neq(row_of(statement, "DQ04")->total.reason, "");
	cr_expect_eq(row_of(statement, "DQ01")->total.at.line,
		     row_of(statement, "DQ02")->total.at.line);
	statement_free(statement);
}

Test(coverage_answers, a_table_of_data_quality_without_the_dimension_does_not_answer)
{
	struct statement *statement = answered("<data-quality by='ethnicity'/>");

	expect_total(statement, "DQ01", "reported");
	expect_total(statement, "DQ02", "gap");
	cr_expect_eq(row_of(statement, "DQ02")->total.gap, 1);
	statement_free(statement);
}

Test(coverage_answers, without_a_table_of_data_quality_its_indicators_are_gaps)
{
	struct statement *statement = answered("<p>Words.</p>");

	expect_total(statement, "DQ01", "gap");
	expect_total(statement, "DQ03", "gap");
	statement_free(statement);
}

/* One table answers for all people: how complete it is for some of them is asked by nobody. */
Test(coverage_answers, data_quality_has_no_breakdowns)
{
	struct statement *statement = answered("<p>Words.</p>");

	cr_expect_eq(cell_of(statement, "DQ01", "sex")->state, COVERAGE_NOT_APPLICABLE);
	cr_expect_eq(cell_of(statement, "DQ01", "sex")->gap, 0);
	statement_free(statement);
}

/* -- people and their needs --------------------------------------------------------------------- */

Test(coverage_answers, people_served_are_those_of_the_section_on_the_population)
{
	struct statement *statement = answered("<section purpose='population'><title>People</title>"
					       "<table by='ethnicity'/>"
					       "</section>");

	cr_expect_eq(cell_of(statement, "PN01", "ethnicity")->state, COVERAGE_REPORTED);
	cr_expect_eq(cell_of(statement, "PN01", "deprivation")->state, COVERAGE_GAP);
	statement_free(statement);
}

Test(coverage_answers, people_served_are_not_answered_elsewhere)
{
	struct statement *statement = answered("<section><title>Other</title>"
					       "<table by='ethnicity'/>"
					       "</section>");

	expect_total(statement, "PN01", "gap");
	cr_expect_eq(cell_of(statement, "PN01", "ethnicity")->state, COVERAGE_GAP);
	statement_free(statement);
}

Test(coverage_answers, needs_are_answered_in_words_that_are_written)
{
	struct statement *written = answered("<section purpose='population'><title>People</title>"
					     "<p>Travellers need more.</p></section>");
	struct statement *left = answered("<section purpose='population'><title>People</title>"
					  "<p><to-write>who needs more</to-write></p></section>");

	expect_total(written, "PN02", "reported");
	expect_total(left, "PN02", "gap");
	statement_free(written);
	statement_free(left);
}
