/* What the program itself says of a figure: subtitle, text alternative, notes, headings. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/statement.h"

enum { ROWS_MOST = 2000, ALTERNATIVE_MOST = 250 };

static const char sexes[] = "dimension,group,numerator,denominator\nall,,100,400\nsex,F,60,200\n"
			    "sex,M,40,200\n";
static const char fifths[] = "dimension,group,numerator,denominator\nall,,2000,5000\n"
			     "deprivation,1,460,1000\ndeprivation,2,420,1000\n"
			     "deprivation,3,400,1000\ndeprivation,4,380,1000\n"
			     "deprivation,5,340,1000\n";

static const struct node *figure_of(const struct statement *statement)
{
	const struct node *figure = statement_node(statement, NODE_FIGURE, 0);

	cr_assert_not_null(figure);
	return figure;
}

/* -- subtitle and title ----------------------------------------------------------------------- */

static void expect_figure(struct statement_parts parts, const char *title, const char *subtitle,
			  const char *alternative)
{
	struct statement *statement = statement_of(&parts);
	const struct node *figure = figure_of(statement);

	cr_expect_str_eq(statement_plain(statement, &figure->title), title);
	cr_expect_str_eq(statement_plain(statement, &figure->subtitle), subtitle);
	cr_expect_str_eq(figure->alternative, alternative);
	statement_free(statement);
}

Test(resolve_figure_words, name_the_measure_that_a_chart_shows)
{
	struct statement_parts parts = { .rows = sexes };

	parts.body = "<chart kind='bars' by='sex'/>";
	expect_figure(
		parts,
		"The share of patients treated in time was higher for females than for males",
		"Treated in time, %, by sex, North Vale, 2024",
		"Bar chart: Treated in time, %, by sex, North Vale, 2024. The share of patients treated "
		"in time was higher for females than for males.");
	parts.body = "<chart kind='bars' by='sex' of='share'/>";
	expect_figure(
		parts, "Share of patients treated in time, by sex",
		"Treated in time, share of patients treated in time, %, by sex, North Vale, 2024",
		"Bar chart: Treated in time, share of patients treated in time, %, by sex, North Vale, "
		"2024. Figures from 40.0% (males) to 60.0% (females).");
	parts.body = "<chart kind='bars' by='sex' of='count'/>";
	expect_figure(
		parts, "Number of patients treated in time, by sex",
		"Treated in time, number of patients treated in time, by sex, North Vale, 2024",
		"Bar chart: Treated in time, number of patients treated in time, by sex, North Vale, "
		"2024. Figures from 40 (males) to 60 (females).");
	parts.body = "<chart kind='bars' by='sex' of='denominator'/>";
	expect_figure(parts, "Number of patients, by sex",
		      "Treated in time, number of patients, by sex, North Vale, 2024",
		      "Bar chart: Treated in time, number of patients, by sex, North Vale, 2024.");
}

Test(resolve_figure_words, give_units_that_begin_with_a_percent_sign)
{
	struct statement_parts parts = { .rows = sexes,
					 .method = "ratio",
					 .unit = "% of the baseline year",
					 .body = "<chart kind='bars' by='sex'/>" };

	expect_figure(
		parts, "Treated in time, by sex",
		"Treated in time, % of the baseline year, by sex, North Vale, 2024",
		"Bar chart: Treated in time, % of the baseline year, by sex, North Vale, 2024. "
		"Figures from 20.0% (males) to 30.0% (females).");
}

Test(resolve_figure_words, name_both_breakdowns_of_a_chart_of_pairs)
{
	struct statement_parts parts = {
		.measure = "uptake",
		.rows = "dimension,group,sex,numerator,denominator\n"
			"age,0-17,F,4500,10000\nage,18+,F,3500,10000\n"
			"age,0-17,M,4000,10000\nage,18+,M,3000,10000\n",
		.body = "<chart kind='grouped-bars' by='age' series='sex'/>"
	};

	expect_figure(
		parts, "Uptake was higher for females than for males in both age groups",
		"Treated in time, %, by age group and sex, North Vale, 2024",
		"Grouped bar chart: Treated in time, %, by age group and sex, North Vale, 2024. "
		"Uptake was higher for females than for males in both age groups.");
}

/* A plain title says no more than the subtitle that is read out before it. */
Test(resolve_figure_words, read_out_a_plain_title_once)
{
	struct statement_parts parts = {
		.rows = "period,dimension,group,numerator,denominator\n2022,deprivation,1,*,200\n"
			"2023,deprivation,1,70,200\n2024,deprivation,1,80,200\n",
		.body = "<chart kind='trend' by='deprivation'/>"
	};

	expect_figure(
		parts, "Treated in time, by deprivation fifth of England",
		"Treated in time, %, by deprivation fifth of England, North Vale, 2022 to 2024",
		"Line chart: Treated in time, %, by deprivation fifth of England, North Vale, 2022 to "
		"2024.");
}

/* The author's title is read out even where the figures are like those of a plain one. */
Test(resolve_figure_words, read_out_the_title_of_the_author)
{
	struct statement_parts parts = {
		.rows = sexes,
		.body = "<chart kind='bars' by='sex' of='share'><title>Who was seen</title></chart>"
	};
	struct statement *statement = statement_of(&parts);

	cr_expect_not_null(strstr(figure_of(statement)->alternative, "2024. Who was seen."));
	statement_free(statement);
}

/* -- length of the alternative ---------------------------------------------------------------- */

Test(resolve_figure_words, leave_the_title_out_of_an_alternative_that_gets_too_long)
{
	static const char subtitle[] =
		"As many letters as it takes for the alternative to come near to its end";
	const size_t others = strlen("Bar chart: . .") + strlen(subtitle);
	char body[600], title[ALTERNATIVE_MOST + 1];

	for (size_t letters = ALTERNATIVE_MOST - 1; letters <= ALTERNATIVE_MOST + 1; letters++) {
		struct statement_parts parts = { .rows = sexes, .body = body };
		struct statement *statement;
		const char *alternative;

		memset(title, 'a', letters - others);
		title[letters - others] = '\0';
		snprintf(
			body, sizeof(body),
			"<chart kind='bars' by='sex'><title>%s</title><subtitle>%s</subtitle></chart>",
			title, subtitle);
		statement = statement_of(&parts);
		alternative = figure_of(statement)->alternative;
		cr_expect_eq(strlen(alternative),
			     letters <= ALTERNATIVE_MOST
				     ? letters
				     : strlen("Bar chart: .") + strlen(subtitle),
			     "%zu: %s", letters, alternative);
		statement_free(statement);
	}
}

/* -- confidence ------------------------------------------------------------------------------- */

/* 16 ethnic groups of 1,000; those in "hidden" are hidden. */
static const char *ethnic(const char *hidden)
{
	static const char codes[] = "KHJLNMPFEDGABCRS";
	static char rows[ROWS_MOST];
	int length = snprintf(rows, sizeof(rows),
			      "dimension,group,numerator,denominator\nall,,6400,16000\n");

	for (size_t i = 0; codes[i] != '\0'; i++)
		length += snprintf(rows + length, sizeof(rows) - (size_t)length,
				   "ethnic-category,%c,%s,1000\n", codes[i],
				   strchr(hidden, codes[i]) == NULL ? "400" : "*");
	return rows;
}

static const char *notes_of(struct statement *statement)
{
	return statement_plain(statement, &figure_of(statement)->notes);
}

Test(resolve_figure_words, say_how_many_differ_by_chance_at_the_confidence_of_the_report)
{
	static const struct {
		const char *data, *note, *heading;
	} cases[] = {
		{ NULL, "About 1 in 20 comparisons can differ by chance", "95% interval" },
		{ "confidence='90'", "About 1 in 10 comparisons can differ by chance",
		  "90% interval" },
		{ "confidence='99.8'", "About 1 in 500 comparisons can differ by chance",
		  "99.8% interval" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct statement *statement = statement_of(&(struct statement_parts){
			.data = cases[i].data,
			.rows = ethnic(""),
			.body = "<chart kind='dots' by='ethnic-category'/>" });

		cr_expect_not_null(strstr(notes_of(statement), cases[i].note), "%s",
				   notes_of(statement));
		cr_expect_str_eq(figure_of(statement)->plot->interval_heading, cases[i].heading);
		statement_free(statement);
	}
}

/* 11 comparisons are many, 10 are not; groups that are hidden are not compared. */
Test(resolve_figure_words, count_the_groups_that_are_compared)
{
	static const struct {
		const char *hidden;
		bool many;
	} cases[] = { { "KHJLN", true }, { "KHJLNM", false } };

	for (size_t i = 0; i < 2; i++) {
		struct statement *statement = statement_of(&(struct statement_parts){
			.rows = ethnic(cases[i].hidden),
			.body = "<chart kind='dots' by='ethnic-category'/>" });

		cr_expect_eq(strstr(notes_of(statement), "by chance") != NULL, cases[i].many);
		statement_free(statement);
	}
}

/* -- what is counted -------------------------------------------------------------------------- */

Test(resolve_figure_words, say_of_what_the_boxes_of_a_gradient_are_shares)
{
	static const struct {
		const char *population, *label;
	} cases[] = { { "waits", "of waits" },
		      { "babies", "of babies" },
		      { "people with a learning disability aged 14 and over", "of all" } };

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct statement *statement =
			statement_of(&(struct statement_parts){ .rows = fifths,
								.population = cases[i].population,
								.body = "<chart kind='gradient' "
									"by='deprivation'/>" });

		cr_expect_str_eq(figure_of(statement)->plot->share_label, cases[i].label);
		statement_free(statement);
	}
}

static void expect_total(struct statement_parts parts, const char *wanted)
{
	struct statement *statement = statement_of(&parts);

	cr_expect_not_null(strstr(statement_table(statement, 0), wanted), "%s: %s", wanted,
			   statement_table(statement, 0));
	statement_free(statement);
}

/* Counts of waits are no people; elective admissions are not those of the baseline year. */
Test(resolve_figure_words, head_the_total_with_what_is_counted)
{
	struct statement_parts parts = { .rows = "dimension,group,numerator\nall,,100\nsex,F,60\n",
					 .method = "count",
					 .per = "1",
					 .unit = "Waits",
					 .events = "waits",
					 .population = "people",
					 .body = "<table kind='values' by='sex'/>" };

	expect_total(parts, "All waits | ");
	parts = (struct statement_parts){ .rows = sexes,
					  .method = "ratio",
					  .unit = "% of the baseline year",
					  .events = "admissions",
					  .population = "admissions in the baseline year",
					  .body = "<table kind='values' by='sex'/>" };
	expect_total(parts, "All admissions | ");
	expect_total((struct statement_parts){ .rows = sexes,
					       .body = "<table kind='values' by='sex'/>" },
		     "All patients | ");
}

Test(resolve_figure_words, say_that_there_are_no_data_with_and_without_a_breakdown)
{
	expect_paragraph(
		(struct statement_parts){ .rows = sexes, .body = "<chart kind='bars' by='age'/>" },
		"No figures are available for this indicator: Treated in time, by age group.");
}

/* Two files of one publication are one source. */
Test(resolve_figure_words, name_a_source_once)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "period,numerator,denominator\n2023,40,100\n",
		.more_sources =
			"<source id='t' href='more.csv' title='Source' rule='NONE'>"
			"<map column='period' as='period'/>"
			"<map column='numerator' as='numerator'/>"
			"<map column='denominator' as='denominator'/>"
			"<set as='organisation' to='QNV'/><set as='indicator' to='A'/></source>",
		.files = { { "more.csv",
			     "period,numerator,denominator\n2024,50,100\n2025,60,100\n" } },
		.body = "<chart kind='trend'/>" });

	cr_expect_not_null(strstr(notes_of(statement), "Source: Source."), "%s",
			   notes_of(statement));
	statement_free(statement);
}
