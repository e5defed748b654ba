/* How complete the records are. */
#include <criterion/criterion.h>
#include <string.h>

#include "support/statement.h"

/* 40 of 1,000 without ethnic group, 5 without deprivation; nobody counted those without sex. */
static const char rows[] = "dimension,group,numerator,denominator\n"
			   "all,all,500,1000\n"
			   "ethnicity,A,450,950\nethnicity,unknown,20,40\n"
			   "deprivation,1,497,995\ndeprivation,unknown,3,5\n"
			   "sex,female,300,600\nsex,male,200,400\n";

static const char step[] = "<data-quality><step owner='Head of data' date='2025-12'>Ask.</step>"
			   "</data-quality>";

static struct statement *quality_of(const char *data, const char *rule, const char *body)
{
	return statement_of(&(struct statement_parts){ .rows = data, .rule = rule, .body = body });
}

Test(resolve_data_quality, is_the_share_of_records_with_a_known_group)
{
	struct statement *statement = quality_of(rows, NULL, step);

	/* The age of nobody is told, and A is no indicator of the statement: it has no meaning here. */
	cr_expect_str_eq(statement_table(statement, 0),
			 "Records and source | Ethnic group, % | Deprivation, % | Age, % | Sex, %\n"
			 "Patients | 96.0 | 99.5 | [z] | [x]\n");
	statement_free(statement);
}

Test(resolve_data_quality, draws_a_bar_behind_every_figure)
{
	struct statement *statement = quality_of(rows, NULL, step);
	const struct table_cell *cells =
		statement_node(statement, NODE_TABLE, 0)->table->rows[0].cells;

	cr_expect(cells[1].has_bar);
	cr_expect_float_eq(cells[1].bar, 0.96, 1e-12);
	cr_expect_float_eq(cells[2].bar, 0.995, 1e-12);
	cr_expect_not(cells[3].has_bar);
	cr_expect_not(cells[4].has_bar);
	statement_free(statement);
}

Test(resolve_data_quality, says_in_its_title_what_is_missing_most_often)
{
	struct statement *statement = quality_of(rows, NULL, step);
	const struct node *table = statement_node(statement, NODE_TABLE, 0);
	const char *notes = statement_plain(statement, &table->notes);

	cr_expect_str_eq(statement_plain(statement, &table->title),
			 "Ethnic group was recorded least often: for 96.0% of patients");
	cr_expect_not_null(strstr(notes, "[x] not available: the data do not say"));
	cr_expect_not_null(strstr(notes, "[z] not applicable"));
	cr_expect_null(strstr(notes, "[c]"));
	statement_free(statement);
}

/* The count of unknown people is hidden: nothing may say how many they are. */
Test(resolve_data_quality, hides_what_a_rule_hides)
{
	static const char few[] = "dimension,group,numerator,denominator\n"
				  "all,all,500,1000\n"
				  "ethnicity,A,450,950\nethnicity,unknown,20,40\n"
				  "deprivation,1,400,896\ndeprivation,2,99,100\n"
				  "deprivation,unknown,1,4\n";
	struct statement *statement = quality_of(few, "LOCAL-5", step);
	const struct table_cell *cells =
		statement_node(statement, NODE_TABLE, 0)->table->rows[0].cells;

	cr_expect_str_eq(statement_plain(statement, &cells[1].text), "96.0");
	cr_expect_str_eq(statement_plain(statement, &cells[2].text), "[c]");
	cr_expect_not(cells[2].has_bar);
	statement_free(statement);
}

Test(resolve_data_quality, is_of_the_dimensions_that_are_named)
{
	struct statement *statement = quality_of(
		rows, NULL,
		"<data-quality by='deprivation ethnicity'><step owner='X' date='2025'>Ask.</step>"
		"</data-quality>");

	cr_expect_str_eq(statement_table(statement, 0),
			 "Records and source | Deprivation, % | Ethnic group, %\n"
			 "Patients | 99.5 | 96.0\n");
	statement_free(statement);
}

Test(resolve_data_quality, refuses_a_dimension_that_nobody_knows)
{
	expect_message((struct statement_parts){ .rows = rows,
						 .body = "<data-quality by='ethnicity colour'/>" },
		       "SPC42");
	expect_message(
		(struct statement_parts){
			.rows = rows,
			.body = "<data-quality><step by='colour'>Ask.</step></data-quality>" },
		"SPC42");
}

/* B counts other records of the same name, fewer of them with a group; C is of the same records as A. */
Test(resolve_data_quality, puts_records_of_one_kind_into_one_row)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "indicator,dimension,group,numerator,denominator\n"
			"A,all,all,500,1000\nA,ethnicity,A,450,950\nA,ethnicity,unknown,20,50\n"
			"B,all,all,50,100\nB,ethnicity,A,40,80\nB,ethnicity,unknown,10,20\n"
			"C,all,all,7,1000\nC,ethnicity,A,7,950\nC,ethnicity,unknown,0,50\n"
			"D,all,all,7,100\nD,ethnicity,A,6,90\nD,ethnicity,unknown,1,10\n",
		.indicators = "<indicator id='A' method='proportion' per='100'><name>A</name>"
			      "<population>stays</population></indicator>"
			      "<indicator id='B' method='proportion' per='100'><name>B</name>"
			      "<population>stays</population></indicator>"
			      "<indicator id='C' method='proportion' per='100'><name>C</name>"
			      "<population>other stays</population></indicator>"
			      "<indicator id='D' method='proportion' per='100'><name>D</name>"
			      "<population>visits</population></indicator>",
		.about = "organisation='QNV'",
		.body = "<data-quality by='ethnicity'/>" });
	const struct table *table = statement_node(statement, NODE_TABLE, 0)->table;

	cr_expect_str_eq(statement_table(statement, 0),
			 "Records and source | Ethnic group, %\n"
			 "Stays | 80.0\nOther stays | 95.0\nVisits | 90.0\n");
	cr_expect_str_eq(statement_plain(statement, &table->rows[0].cells[0].detail), "Source");
	cr_expect_str_eq(statement_plain(statement, &table->rows[2].cells[0].detail), "Source");
	statement_free(statement);
}

Test(resolve_data_quality, names_sources_of_which_nothing_is_known)
{
	struct statement *statement = quality_of("numerator,denominator\n10,100\n", NULL, step);

	cr_expect_str_eq(statement_paragraph(statement, 0),
			 "No source of this report has records of people.");
	statement_free(statement);
}

Test(resolve_data_quality, lists_the_steps_with_owner_and_date)
{
	struct statement *statement = quality_of(
		rows, NULL,
		"<data-quality><step source='s' by='ethnicity' owner='Head of data' date='2025-12'>"
		"Ask.</step><step owner='Board' date='spring 2026'>Count.</step></data-quality>");

	cr_expect_str_eq(statement_table(statement, 1),
			 "Step | Source and item | Owner and date\n"
			 "Ask. | Source: Ethnic group | Head of data, December 2025\n"
			 "Count. | All sources | Board, spring 2026\n");
	cr_expect_not(statement_said(statement, "SPC80"));
	statement_free(statement);
}

Test(resolve_data_quality, tells_of_what_the_author_has_not_written)
{
	static const char *const bodies[] = {
		"<data-quality/>",
		"<data-quality><step owner='X'>Ask.</step></data-quality>",
		"<data-quality><step date='2025'>Ask.</step></data-quality>",
		"<data-quality><step owner='X' date='2025'> </step></data-quality>",
	};

	for (size_t i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++) {
		struct statement *statement = quality_of(rows, NULL, bodies[i]);

		cr_expect(statement_said(statement, "SPC80"), "%s", bodies[i]);
		statement_free(statement);
	}
}

Test(resolve_data_quality, lists_where_definitions_differ)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = rows,
		.indicators = "<indicator id='A' method='proportion' per='100'><name>Late</name>"
			      "<difference>We count days.</difference></indicator>",
		.body = step });
	const struct node *item = statement_node(statement, NODE_ITEM, 0);

	cr_assert_not_null(item);
	cr_expect_str_eq(statement_plain(statement, &item->text), "Late: We count days.");
	statement_free(statement);
}

Test(resolve_data_quality, is_explained_and_kept_with_the_results)
{
	struct statement *statement = quality_of(rows, NULL, step);
	const struct document *document = statement->run.document;
	size_t found = 0;

	for (size_t i = 0; i < document->use_count; i++)
		found += document->uses[i].choice.measure == MEASURE_COMPLETENESS;
	cr_expect_eq(found, 3);
	statement_free(statement);
}
