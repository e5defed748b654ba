/* Which figures stand in the document, as it prints them. */
#include <criterion/criterion.h>
#include <string.h>

#include "support/statement.h"

static const char fifths[] = "dimension,group,numerator,denominator\n"
			     "all,all,1000,5000\n"
			     "deprivation,1,300,1000\ndeprivation,2,250,1000\n"
			     "deprivation,3,200,1000\ndeprivation,4,150,1000\n"
			     "deprivation,5,100,1000\n";

/* The first use of a measure of a group by its position, or of the whole (GROUP_ALL), printed so; NULL if none. */
static const struct figure_use *use_of(const struct statement *statement, enum measure measure,
				       int group, const char *printed)
{
	const struct document *document = statement->run.document;

	for (size_t i = 0; i < document->use_count; i++) {
		const struct figure_use *use = &document->uses[i];

		if (use->choice.measure == measure && use->key.group == group &&
		    strcmp(use->printed, printed) == 0)
			return use;
	}
	return NULL;
}

static struct statement *report(const char *body)
{
	return statement_of(&(struct statement_parts){ .rows = fifths, .body = body });
}

Test(resolve_uses, note_a_figure_in_a_sentence_with_its_place)
{
	struct statement *statement = report("<p>\n<value by='deprivation' group='2'/></p>");
	const struct figure_use *use = use_of(statement, MEASURE_VALUE, 1, "25.0%");

	cr_assert_not_null(use);
	cr_expect_eq(use->value.estimate, 25);
	cr_expect(strstr(use->at.file, "report.xml"));
	cr_expect_gt(use->at.line, 0);
	statement_free(statement);
}

Test(resolve_uses, note_the_form_that_is_printed)
{
	struct statement *statement = report("<p><value as='one-in'/></p>");

	cr_expect_not_null(use_of(statement, MEASURE_VALUE, GROUP_ALL,
				  "1\xc2\xa0in\xc2\xa0"
				  "5"));
	statement_free(statement);
}

Test(resolve_uses, note_intervals_tables_tiles_and_charts)
{
	struct statement *statement =
		report("<p><interval/></p><chart kind='bars' by='deprivation'/>"
		       "<tiles><tile by='deprivation' of='gap'>gap</tile></tiles>"
		       "<table by='deprivation'><column of='count'/><column of='share'/></table>");

	cr_expect_not_null(use_of(statement, MEASURE_VALUE, GROUP_ALL, "18.9% to 21.1%"));
	cr_expect_not_null(use_of(statement, MEASURE_VALUE, 4, "10.0%"));
	cr_expect_not_null(use_of(statement, MEASURE_GAP, GROUP_ALL, "20.0"));
	cr_expect_not_null(use_of(statement, MEASURE_COUNT, 2, "200"));
	cr_expect_not_null(use_of(statement, MEASURE_SHARE, 3, "15.0%"));
	statement_free(statement);
}

Test(resolve_uses, note_what_a_sentence_by_rule_rests_on)
{
	struct statement *statement = report("<p by='deprivation'><phrase kind='gap'/></p>");
	const struct document *document = statement->run.document;
	bool gap = false;

	cr_expect_not_null(use_of(statement, MEASURE_VALUE, 0, ""));
	cr_expect_not_null(use_of(statement, MEASURE_VALUE, 4, ""));
	for (size_t i = 0; i < document->use_count; i++)
		gap = gap || (document->uses[i].choice.measure == MEASURE_GAP &&
			      strstr(document->uses[i].printed, "gap was"));
	cr_expect(gap);
	statement_free(statement);
}

/* A test that is not printed leaves no trace, nor does what it leaves out. */
Test(resolve_uses, note_nothing_that_is_left_out)
{
	struct statement *statement =
		report("<if of='rii' by='deprivation' gt='100'><p><value/></p></if><p>Text.</p>");

	cr_expect_eq(statement->run.document->use_count, 0);
	statement_free(statement);
}

/* The total of a breakdown is that of no breakdown. */
Test(resolve_uses, note_the_total_under_its_own_key)
{
	struct statement *statement = report("<p by='deprivation'><value/></p>");
	const struct figure_use *use = use_of(statement, MEASURE_VALUE, GROUP_ALL, "20.0%");

	cr_assert_not_null(use);
	cr_expect_eq(use->key.classification, CLASSIFICATION_ALL);
	statement_free(statement);
}
