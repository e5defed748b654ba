/* The account of methods: what the report uses, all of it, and nothing else. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/statement.h"

static const char fifths[] = "dimension,group,numerator,denominator\n"
			     "all,all,1000,5000\n"
			     "deprivation,1,300,1000\ndeprivation,2,250,1000\n"
			     "deprivation,3,200,1000\ndeprivation,4,150,1000\n"
			     "deprivation,5,100,1000\n";

static void add_text(const struct statement *statement, const struct text *text, struct buffer *out)
{
	buffer_printf(out, "%s\n", statement_plain(statement, text));
}

/* All words of the document, a line each: titles, paragraphs, cells of tables. */
static const char *words_of(const struct statement *statement)
{
	const struct node *root = statement->run.document->root;
	struct buffer out;

	buffer_init(&out);
	for (const struct node *node = root; node != NULL; node = node_next(node, root)) {
		add_text(statement, &node->title, &out);
		add_text(statement, &node->text, &out);
		for (size_t row = 0; node->table != NULL && row < node->table->row_count; row++) {
			for (size_t i = 0; i < node->table->column_count; i++)
				buffer_printf(
					&out, "%s%s", i == 0 ? "" : " | ",
					statement_plain(statement,
							&node->table->rows[row].cells[i].text));
			buffer_add_char(&out, '\n');
		}
	}
	return buffer_finish(&out, statement->arena);
}

static size_t count_of(const char *text, const char *part)
{
	size_t count = 0;

	for (; (text = strstr(text, part)) != NULL; text += strlen(part))
		count++;
	return count;
}

/* How often each part is in the words: parts up to NULL. */
static void expect_words(const struct statement_parts *parts, const char *const *told,
			 const char *const *untold)
{
	struct statement *statement = statement_of(parts);
	const char *words = words_of(statement);

	for (; *told != NULL; told++)
		cr_expect_eq(count_of(words, *told), 1, "\"%s\" is told %zu times in\n%s", *told,
			     count_of(words, *told), words);
	for (; *untold != NULL; untold++)
		cr_expect_null(strstr(words, *untold), "\"%s\" is told in\n%s", *untold, words);
	statement_free(statement);
}
#define WORDS(...) ((const char *const[]){ __VA_ARGS__ __VA_OPT__(, ) NULL })

Test(resolve_methods, name_what_a_figure_in_the_text_is_made_with)
{
	expect_words(&(struct statement_parts){ .rows = fifths,
						.body = "<p><value/> <value/></p><methods/>" },
		     WORDS("\nPercentages\n", "Wilson (1927)", "half away from zero"),
		     WORDS("Crude rates", "Comparing groups", "Slope index", "called higher"));
}

/* A report without figures has no headings of an account either. */
Test(resolve_methods, have_no_heading_without_figures)
{
	struct statement *statement = statement_of(
		&(struct statement_parts){ .rows = fifths, .body = "<methods/><p>Text.</p>" });

	cr_expect_null(statement_node(statement, NODE_SECTION, 0));
	cr_expect_null(statement_node(statement, NODE_TABLE, 0));
	cr_expect_str_eq(statement_paragraph(statement, 0), "Text.");
	cr_expect_null(statement_node(statement, NODE_TEXT, 1));
	statement_free(statement);
}

/* Methods stand where the author wants them, with what comes behind them in the report. */
Test(resolve_methods, tell_of_figures_behind_them)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = fifths,
							.body = "<p>Before.</p><methods/>"
								"<p>Behind: <value/></p>" });
	const char *words = words_of(statement);
	const char *before = strstr(words, "Before."), *behind = strstr(words, "Behind: 20.0%");
	const char *told = strstr(words, "\nPercentages\n");

	cr_assert(before != NULL && behind != NULL && told != NULL, "%s", words);
	cr_expect(before < told && told < behind);
	statement_free(statement);
}

Test(resolve_methods, tell_of_measures_that_are_printed_and_of_no_others)
{
	expect_words(
		&(struct statement_parts){
			.rows = fifths,
			.good = "low",
			.body = "<p by='deprivation'><value of='sii'/></p><methods/>" },
		WORDS("\nSlope index\n", "Low and Low (2004)", "Gaps and slopes are above 0"),
		WORDS("Relative index\n", "\nGap\n", "\nRatio\n", "For "));
}

Test(resolve_methods, tell_of_measures_in_tables_tiles_and_sentences)
{
	expect_words(
		&(struct statement_parts){
			.rows = fifths,
			.body = "<table by='deprivation'><column of='value'/><column of='gap'/></table>"
				"<tiles><tile by='deprivation' of='rii'>times</tile></tiles>"
				"<p by='deprivation'><phrase kind='ratio'/></p><methods/>" },
		WORDS("\nGap\n", "\nRelative index\n", "\nRatio\n"), WORDS("\nSlope index\n"));
}

/* The line of a gradient is that of the slope index, though the index is not printed. */
Test(resolve_methods, tell_of_the_line_that_a_chart_draws)
{
	expect_words(
		&(struct statement_parts){
			.rows = fifths,
			.body = "<chart kind='gradient' by='deprivation'/><methods/>" },
		WORDS("\nSlope index\n", "the interval of their difference"), WORDS("\nGap\n"));
}

Test(resolve_methods, tell_what_is_asked_for_beside_the_usual)
{
	expect_words(
		&(struct statement_parts){
			.rows = fifths,
			.body = "<p by='deprivation'><value of='sii' transform='none'/> "
				"<value of='sii' sign='raw'/> <interval of='sii' confidence='99.8'/> "
				"<value of='gap' group='2' reference='4'/></p><methods/>" },
		WORDS(": a line through the figures themselves.",
		      ": the sign as subtracted, whichever direction is better.",
		      ": an interval at 99.8%.", ": compared with “4”."),
		WORDS("logistic"));
}

/* What does not fit into the entry of a measure is listed behind all of them, with its name. */
Test(resolve_methods, list_the_fifth_and_further_ways_that_a_measure_is_asked_for)
{
	static const char *const told[] = {
		"\nSlope index. For Treated in time: an interval at 99.8%.\n", NULL
	};
	static const char *const untold[] = { NULL };

	expect_words(
		&(struct statement_parts){
			.rows = fifths,
			.body = "<p by='deprivation'><value of='sii' transform='none'/> "
				"<value of='sii' transform='log'/> <value of='sii' sign='raw'/> "
				"<interval of='sii' confidence='90'/> "
				"<interval of='sii' confidence='99.8'/></p><methods/>" },
		told, untold);
}

Test(resolve_methods, name_the_rule_of_the_sources_that_are_used)
{
	expect_words(
		&(struct statement_parts){
			.rows = "dimension,group,numerator,denominator\n"
				"all,all,1000,5000\ndeprivation,1,3,1000\n",
			.rule = "HES-5",
			.body = "<p by='deprivation'><value group='1'/></p><methods/>" },
		WORDS("\nHES-5\n", "\nSources: Source.\n", "\nCounts of 1 to 7 are hidden",
		      "A hidden count also hides every figure"),
		WORDS("MHSDS-5", "LOCAL-5", "[u]"));
}

/* Marks of low reliability are told with the numbers of the report, and where there are some. */
Test(resolve_methods, tell_below_what_figures_are_marked)
{
	struct statement_parts parts = { .rows = "numerator,denominator\n15,1000000\n",
					 .method = "crude-rate",
					 .per = "100000",
					 .data = "low-count='20' wide-intervals='unmarked'",
					 .body = "<p><value/></p><methods/>" };

	expect_words(&parts, WORDS("Rates from fewer than 20 events are marked [u]"),
		     WORDS("Percentages of fewer than", "wider than the figure"));
	parts.rows = "numerator,denominator\n25,1000000\n";
	expect_words(&parts, WORDS("\nCrude rates\n"), WORDS("[u]"));
}

Test(resolve_methods, tell_why_figures_are_not_given)
{
	expect_words(
		&(struct statement_parts){
			.rows = "dimension,group,numerator,denominator\n"
				"all,all,1000,5000\n"
				"deprivation,1,300,1000\ndeprivation,2,250,1000\n"
				"deprivation,3,200,1000\n",
			.body = "<p by='deprivation'><value of='sii'/> <value/></p><methods/>" },
		WORDS("[x] not available: a group that it needs is missing."), WORDS("[z]"));
}

Test(resolve_methods, tell_published_figures_from_others)
{
	expect_words(&(struct statement_parts){ .rows = "value,lower,upper\n12.5,11,14\n",
						.body = "<p><value/></p><methods/>" },
		     WORDS("\nPublished figures\n", "Published figures | None | NONE"),
		     WORDS("\nPercentages\n"));
}

Test(resolve_methods, name_the_standard_population_in_full)
{
	static const char ages[] = "0-4,5-9,10-14,15-19,20-24,25-29,30-34,35-39,40-44,45-49,50-54,"
				   "55-59,60-64,65-69,70-74,75-79,80-84,85-89,90+,";
	struct buffer rows;

	buffer_init(&rows);
	buffer_add_text(&rows, "age,numerator,denominator\n");
	for (const char *at = ages; *at != '\0'; at += strcspn(at, ",") + 1)
		buffer_printf(&rows, "%.*s,5,1000\n", (int)strcspn(at, ","), at);
	expect_words(&(struct statement_parts){ .rows = buffer_text(&rows),
						.method = "dsr",
						.per = "100000",
						.standard = "esp2013",
						.body = "<p><value/></p><methods/>" },
		     WORDS("\nRates adjusted for age\n", "European Standard Population 2013, for",
			   "Dobson et al. (1991)"),
		     WORDS("World Standard", "Crude rates"));
	buffer_clear(&rows);
}

Test(resolve_methods, say_the_level_of_intervals_once)
{
	expect_words(&(struct statement_parts){ .rows = fifths,
						.data = "confidence='90'",
						.body = "<table by='deprivation'/><methods/>" },
		     WORDS("Intervals are 90% confidence intervals"), WORDS("95% confidence"));
}

Test(resolve_methods, say_how_groups_are_compared_with_the_total)
{
	expect_words(&(struct statement_parts){ .rows = fifths,
						.body = "<table by='deprivation'/><methods/>" },
		     WORDS("leaves out the figure of the total"),
		     WORDS("the interval of their difference"));
}

Test(resolve_methods, list_every_indicator_that_is_used)
{
	expect_words(
		&(struct statement_parts){
			.rows = "indicator,dimension,group,numerator,denominator\n"
				"A,all,all,1000,5000\nA,deprivation,1,300,1000\n"
				"A,deprivation,5,100,1000\nB,all,all,12,40\nC,all,all,1,2\n",
			.indicators = "<indicator id='A' method='proportion'><name>First</name>"
				      "<short-name>first</short-name><unit>%</unit></indicator>"
				      "<indicator id='B' method='ratio'><name>Second</name>"
				      "<short-name>second</short-name></indicator>"
				      "<indicator id='C' method='ratio'><name>Third</name>"
				      "<short-name>third</short-name></indicator>",
			.body = "<p by='deprivation'><value of='gap'/></p>"
				"<p><value indicator='B'/></p><methods/>" },
		WORDS("First | Percentages | Gap | NONE", "Second | Ratios | None | NONE"),
		WORDS("Third"));
}

Test(resolve_methods, put_neighbours_that_were_worked_out_alike_into_one_row)
{
	expect_words(
		&(struct statement_parts){
			.rows = "indicator,numerator,denominator\nA,12,40\nB,1,2\nC,1000,5000\n",
			.indicators = "<indicator id='A' method='ratio'><name>First</name>"
				      "<short-name>first</short-name></indicator>"
				      "<indicator id='B' method='ratio'><name>Second</name>"
				      "<short-name>second</short-name></indicator>"
				      "<indicator id='C' method='proportion'><name>Third</name>"
				      "<short-name>third</short-name><unit>%</unit></indicator>",
			.body = "<p><value indicator='A'/> <value indicator='B'/> "
				"<value indicator='C'/></p><methods/>" },
		WORDS("First\nSecond | Ratios | None | NONE",
		      "\nThird | Percentages | None | NONE"),
		WORDS("First |"));
}

#define CLASS(id, from, to)                                                                        \
	"<indicator id='" id "' method='proportion' family='w' class-from='" from "' " to          \
	"><name>Weeks " id "</name><unit>%</unit></indicator>"

/* Up to four are named; nothing is left out between classes that were not worked out alike or are no neighbours. */
Test(resolve_methods, name_the_first_and_the_last_of_many_classes)
{
	static const char indicators[] = CLASS("A", "0", "class-to='1'")
		CLASS("B", "1", "class-to='2'") CLASS("C", "2", "class-to='3'")
			CLASS("D", "3", "class-to='4'") CLASS("E", "4", "");
	static const char rows[] = "indicator,numerator,denominator\nA,10,100\nB,20,100\n"
				   "C,30,100\nD,20,100\nE,20,100\n";

	expect_words(
		&(struct statement_parts){
			.rows = rows,
			.indicators = indicators,
			.body = "<p><value indicator='A'/> <value indicator='B'/> "
				"<value indicator='C'/> <value indicator='D'/> "
				"<value indicator='E'/></p><methods/>" },
		WORDS("5 classes, from Weeks A to Weeks E | Percentages | None | NONE"),
		WORDS("Weeks B", "Weeks D"));
	expect_words(
		&(struct statement_parts){
			.rows = rows,
			.indicators = indicators,
			.body = "<p><value indicator='A'/> <value indicator='B'/> "
				"<value indicator='D'/> <value indicator='E'/></p><methods/>" },
		WORDS("Weeks A\nWeeks B\nWeeks D\nWeeks E | Percentages | None | NONE"),
		WORDS("classes"));
}

/* Sections go on with the numbers of those before, unless the numbers of later ones are out already. */
Test(resolve_methods, go_on_with_the_numbers_of_sections)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = fifths,
		.body = "<section><title>One</title><section><title>Two</title><p><value/></p>"
			"</section><methods/></section>" });

	cr_expect_str_eq(statement_node(statement, NODE_SECTION, 1)->number, "1.1");
	cr_expect_str_eq(statement_node(statement, NODE_SECTION, 2)->number, "1.2");
	cr_expect_eq(statement_node(statement, NODE_SECTION, 2)->level, 2);
	statement_free(statement);
	statement = statement_of(&(struct statement_parts){
		.rows = fifths,
		.body = "<section><title>One</title><methods/><section><title>Two</title>"
			"<p><value/></p></section></section>" });
	cr_expect_str_eq(statement_node(statement, NODE_SECTION, 1)->number, "");
	statement_free(statement);
}

/* The table has its number in the order of all tables, though it is filled in last. */
Test(resolve_methods, number_their_table_in_its_place)
{
	struct statement *statement = statement_of(
		&(struct statement_parts){ .rows = fifths,
					   .body = "<table by='deprivation'/><methods/>"
						   "<table by='deprivation'/>" });

	for (size_t i = 0; i < 3; i++) {
		const char number[] = { (char)('1' + i), '\0' };

		cr_expect_str_eq(statement_node(statement, NODE_TABLE, i)->number, number);
	}
	statement_free(statement);
}
