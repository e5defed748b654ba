/* Paragraphs, lists and cards that the program writes in place of the author. */

#include <criterion/criterion.h>
#include <string.h>

#include "indicator/key_findings.h"
#include "support/statement.h"

static const char rows[] = "dimension,group,numerator,denominator\nall,,19500,50000\n"
			   "deprivation,1,3400,10000\ndeprivation,2,3600,10000\n"
			   "deprivation,3,3900,10000\ndeprivation,4,4100,10000\n"
			   "deprivation,5,4500,10000\n";

#define LOWER                                                                                       \
	"The share of patients treated in time was lower in the most deprived areas (34%) than in " \
	"the least deprived areas (45%)."

Test(commentary_element, is_a_paragraph_of_sentences)
{
	expect_paragraph(
		(struct statement_parts){
			.rows = rows, .good = "high", .body = "<commentary by='deprivation'/>" },
		LOWER " The gap was 11 percentage points. Each fifth had a lower figure than "
		      "the next less deprived one.");
}

Test(commentary_element, is_the_finding_alone_when_one_sentence_is_wanted)
{
	expect_paragraph(
		(struct statement_parts){
			.rows = rows, .body = "<commentary by='deprivation' length='sentence'/>" },
		LOWER);
}

Test(commentary_element, is_a_list_when_bullets_are_wanted)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = rows,
		.body = "<commentary by='deprivation' length='bullets' include='comparison gap'/>" });
	const struct node *list = statement_node(statement, NODE_LIST, 0);

	cr_assert_not_null(list);
	cr_expect_str_eq(statement_plain(statement, &list->first->text), LOWER);
	cr_expect_str_eq(statement_plain(statement, &list->first->next->text),
			 "The gap was 11 percentage points.");
	cr_expect_null(list->first->next->next);
	statement_free(statement);
}

/* Three in a row never begin alike. */
Test(commentary_element, has_another_shape_each_time)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = rows,
		.body = "<commentary by='deprivation' length='sentence'/>"
			"<commentary by='deprivation' length='sentence'/>"
			"<commentary by='deprivation' length='sentence'/>" });

	for (size_t i = 0; i < 3; i++)
		for (size_t j = 0; j < i; j++)
			cr_expect_str_neq(statement_paragraph(statement, i),
					  statement_paragraph(statement, j));
	statement_free(statement);
}

Test(commentary_element, says_that_there_are_no_figures)
{
	expect_paragraph(
		(struct statement_parts){ .rows = rows, .body = "<commentary by='ethnicity'/>" },
		"No figures are available for this indicator: Treated in time, by ethnic group.");
}

/* With nothing to compare with, nothing is said of groups against their total. */
Test(commentary_element, compares_with_nothing_when_none_is_wanted)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\nall,,8000,30000\n"
			"ethnic-group,asian,1000,10000\nethnic-group,black,3000,10000\n"
			"ethnic-group,white,4000,10000\n",
		.body = "<commentary by='ethnicity' compare='none'/>" });

	cr_expect_null(strstr(statement_paragraph(statement, 0), "higher"));
	statement_free(statement);
}

/* -- phrases -------------------------------------------------------------------------------------- */

Test(commentary_element, has_its_sentences_as_phrases_too)
{
	expect_paragraph(
		(struct statement_parts){ .rows = rows,
					  .body = "<p by='deprivation'><phrase kind='gap-trend'/> "
						  "<phrase kind='absolute-and-relative'/> "
						  "<phrase kind='caution' group='1'/></p>" },
		"No change in the gap can be told: a recent trend needs figures of five years.");
	expect_paragraph(
		(struct statement_parts){
			.rows = "dimension,group,numerator,denominator\n"
				"deprivation,1,*,10000\ndeprivation,5,4500,10000\n",
			.body = "<p by='deprivation'><phrase kind='caution' "
				"group='1'/></p>" },
		"The figure for the most deprived areas is not shown to protect people’s "
		"confidentiality.");
}

/* B's "2023/24" has the days of A's "To March 2024". Gaps of 10, 15, 20, 25 and 30 points. */
Test(commentary_element, takes_a_year_for_what_the_indicator_itself_calls_it)
{
	expect_paragraph(
		(struct statement_parts){
			.rows = "indicator,period,dimension,group,numerator,denominator\n"
				"B,2020/21,all,,1,40\nB,2021/22,all,,1,40\nB,2022/23,all,,1,40\n"
				"B,2023/24,all,,1,40\nB,2024/25,all,,1,40\n"
				"A,To March 2021,deprivation,1,3000,10000\n"
				"A,To March 2021,deprivation,5,2000,10000\n"
				"A,To March 2022,deprivation,1,3500,10000\n"
				"A,To March 2022,deprivation,5,2000,10000\n"
				"A,To March 2023,deprivation,1,4000,10000\n"
				"A,To March 2023,deprivation,5,2000,10000\n"
				"A,To March 2024,deprivation,1,4500,10000\n"
				"A,To March 2024,deprivation,5,2000,10000\n"
				"A,To March 2025,deprivation,1,5000,10000\n"
				"A,To March 2025,deprivation,5,2000,10000\n",
			.indicators =
				"<indicator id='A' method='proportion' per='100'><name>A</name>"
				"<short-name>A</short-name><measure>the share</measure><events>e</events>"
				"<population>people</population><unit>%</unit><numerator>N</numerator>"
				"<denominator>D</denominator></indicator>"
				"<indicator id='B' method='proportion' per='100'><name>B</name>"
				"<short-name>B</short-name><measure>the other share</measure>"
				"<events>e</events><population>people</population><unit>%</unit>"
				"<numerator>N</numerator><denominator>D</denominator></indicator>",
			.body = "<p by='deprivation'><phrase kind='gap-trend'/></p>" },
		"Over the five years to March 2025, the gap widened from 10 to 30 percentage points.");
}

/* -- key findings --------------------------------------------------------------------------------- */

Test(key_findings_element, are_cards_that_lead_to_the_section_of_the_indicator)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = rows,
		.good = "high",
		.body = "<key-findings/><section indicator='A'><title>T</title><p>x</p></section>" });
	const struct node *card = statement_node(statement, NODE_TILE, 0);

	cr_assert_not_null(card);
	cr_expect_str_eq(card->figure, "34%");
	cr_expect_str_eq(
		statement_plain(statement, &card->text),
		"Treated in time, in the most deprived areas; in the least deprived, 45%.");
	cr_expect_eq(card->target, statement_node(statement, NODE_SECTION, 0));
	cr_expect_null(statement_node(statement, NODE_TILE, 1));
	cr_assert_not_null(statement->run.document->findings);
	cr_expect_eq(statement->run.document->findings->chosen, 1);
	statement_free(statement);
}

/* The number of the page is not known yet. */
Test(key_findings_element, may_be_a_list_with_pages_before_the_full_stop)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = rows,
		.good = "high",
		.body = "<key-findings form='list'/><section indicator='A'><title>T</title><p>x</p>"
			"</section>" });
	const struct node *list = statement_node(statement, NODE_LIST, 0);

	cr_assert_not_null(list);
	cr_expect_str_eq(
		statement_plain(statement, &list->first->text),
		"The share of patients treated in time was lower in the most deprived areas "
		"(34%) than in the least deprived areas (45%) ().");
	statement_free(statement);
}

Test(key_findings_element, say_when_there_are_none)
{
	expect_paragraph((struct statement_parts){ .rows = "numerator,denominator\n25,200\n",
						   .body = "<key-findings/>" },
			 "No difference between groups stands out: none is clear in the figures of "
			 "this report.");
}
