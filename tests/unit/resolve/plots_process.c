/* Control charts: limits from the figures that are shown alone, new ones where the author says so. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "document/plot_process.h"
#include "support/statement.h"

/* Months from April 2023 on, out of 1,000 people each; 0 leaves the month out, -1 hides it. */
static const char *months(const int *counts, size_t count, char *text, size_t size)
{
	int length = snprintf(text, size, "period,numerator,denominator\n");

	for (size_t i = 0; i < count; i++) {
		int year = 2023 + (int)(i + 3) / 12, month = (int)(i + 3) % 12 + 1;

		if (counts[i] < 0)
			length += snprintf(text + length, size - (size_t)length, "%d-%02d,*,1000\n",
					   year, month);
		else if (counts[i] > 0)
			length += snprintf(text + length, size - (size_t)length,
					   "%d-%02d,%d,1000\n", year, month, counts[i]);
	}
	return text;
}

static const struct node *figure_of(const int *counts, size_t count, const char *good,
				    const char *body, struct statement **statement)
{
	char text[2048];

	*statement = statement_of(&(struct statement_parts){
		.rows = months(counts, count, text, sizeof(text)), .good = good, .body = body });
	cr_assert_not_null(statement_node(*statement, NODE_FIGURE, 0));
	return statement_node(*statement, NODE_FIGURE, 0);
}

/* Steps of 20 per 1,000 up and down: mean 51%, mean step 2 points, limits 51 -+ 5.32. */
static const int even[] = { 500, 520, 500, 520, 500, 520, 500, 520, 500, 520, 500, 520, 500, 520 };

Test(plots_process, limits_are_the_mean_and_its_usual_steps)
{
	struct statement *statement;
	const struct plot *plot =
		figure_of(even, 14, "high", "<chart kind='control'/>", &statement)->plot;
	const struct process_stretch *stretch = &plot->process->stretches[0];

	cr_assert_eq(plot->process->stretch_count, 1);
	cr_assert_float_eq(stretch->mean, 51, 1e-9);
	cr_assert_float_eq(stretch->low, 51 - 5.32, 1e-9);
	cr_assert_float_eq(stretch->high, 51 + 5.32, 1e-9);
	cr_assert_not(stretch->trial);
	cr_assert_str_eq(plot->process->variation.letter, "");
	statement_free(statement);
}

Test(plots_process, a_figure_beyond_the_limits_is_judged_by_its_direction)
{
	int counts[14];
	struct statement *statement;
	const struct plot *plot;

	memcpy(counts, even, sizeof(counts));
	counts[13] = 700;
	plot = figure_of(counts, 14, "low", "<chart kind='control'/>", &statement)->plot;
	cr_assert_eq(plot->process->verdicts[13], VERDICT_WORSE);
	cr_assert_str_eq(plot->process->variation.letter, "H");
	cr_assert_eq(plot->process->variation.verdict, VERDICT_WORSE);
	statement_free(statement);
}

Test(plots_process, without_a_good_direction_nothing_is_judged)
{
	int counts[14];
	struct statement *statement;
	const struct plot *plot;

	memcpy(counts, even, sizeof(counts));
	counts[13] = 700;
	plot = figure_of(counts, 14, NULL, "<chart kind='control'/>", &statement)->plot;
	cr_assert_eq(plot->process->verdicts[13], VERDICT_HIGHER);
	statement_free(statement);
}

/* The hidden month and the one that is not there leave gaps; the limits are those of the rest. */
Test(plots_process, months_that_are_not_shown_take_no_part)
{
	int counts[16];
	struct statement *statement;
	const struct plot *plot;

	memcpy(counts, even, sizeof(even));
	counts[14] = 0;
	counts[15] = 500;
	counts[4] = -1;
	plot = figure_of(counts, 16, "high", "<chart kind='control'/>", &statement)->plot;
	cr_assert_eq(plot->category_count, 16);
	cr_assert_eq(plot_value(plot, 0, 4)->state, VALUE_SUPPRESSED);
	cr_assert_eq(plot_value(plot, 0, 14)->state, VALUE_NOT_AVAILABLE);
	/* 7 of 500 and 7 of 520; the step across the hidden month is 0. */
	cr_assert_float_eq(plot->process->stretches[0].mean, 51, 1e-9);
	cr_assert_eq(plot->process->verdicts[4], VERDICT_SIMILAR);
	statement_free(statement);
}

Test(plots_process, new_limits_begin_where_the_author_says)
{
	int counts[28];
	struct statement *statement;
	const struct plot *plot;

	for (size_t i = 0; i < 28; i++)
		counts[i] = (i % 2 == 0 ? 500 : 520) + (i < 14 ? 0 : 200);
	plot = figure_of(counts, 28, "high", "<chart kind='control' rebase='2024-06'/>", &statement)
		       ->plot;
	cr_assert_eq(plot->process->stretch_count, 2);
	cr_assert_eq(plot->process->stretches[1].first, 14);
	cr_assert_float_eq(plot->process->stretches[1].mean, 71, 1e-9);
	statement_free(statement);
}

Test(plots_process, a_target_beyond_the_limits_is_met_or_missed)
{
	static const struct {
		const char *body, *letter;
	} targets[] = {
		{ "<chart kind='control'><target value='40'>Standard</target></chart>", "P" },
		{ "<chart kind='control'><target value='60'>Standard</target></chart>", "F" },
		{ "<chart kind='control'><target value='51'>Standard</target></chart>", "?" },
	};

	for (size_t i = 0; i < 3; i++) {
		struct statement *statement;
		const struct plot *plot =
			figure_of(even, 14, "high", targets[i].body, &statement)->plot;

		cr_expect_str_eq(plot->process->assurance.letter, targets[i].letter);
		statement_free(statement);
	}
}

Test(plots_process, few_points_are_told)
{
	struct statement *statement;
	const struct node *node = figure_of(even, 8, "high", "<chart kind='control'/>", &statement);

	cr_assert(statement_said(statement, "SPC123"));
	cr_assert(node->plot->process->stretches[0].trial);
	cr_assert_not_null(strstr(statement_plain(statement, &node->notes), "trial limits"));
	statement_free(statement);
}

Test(plots_process, a_period_that_is_not_there_begins_nothing)
{
	char text[2048];
	struct statement *statement = statement_try(
		&(struct statement_parts){ .rows = months(even, 14, text, sizeof(text)),
					   .body = "<chart kind='control' rebase='2030-01'/>" });

	cr_assert(statement_said(statement, "SPC124"));
	statement_free(statement);
}
