/* Gap, ratio and slope of whole datasets against reference figures. */

#include <criterion/criterion.h>
#include <math.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/answers.h"
#include "support/statement.h"

static const double slope_tolerance = 1e-10, slope_least = 1e-3;

static const char *copy(struct arena *arena, struct buffer *buffer)
{
	const char *text = arena_strdup(arena, buffer_text(buffer));

	buffer_clear(buffer);
	return text;
}

/* Every row of the vectors is a period; its two groups are the ends of the fifths. */
static const char *pairs(struct arena *arena, const struct answers *vectors, const char *confidence)
{
	struct buffer rows;

	buffer_init(&rows);
	buffer_add_text(&rows, "period,dimension,group,numerator,denominator\n");
	for (size_t i = 0; i < answers_count(vectors); i++)
		if (answers_is(vectors, i, "conf", confidence)) {
			buffer_printf(&rows, "row %s,deprivation,1,%s,%s\n",
				      answers_text(vectors, i, "id"),
				      answers_text(vectors, i, "x1"),
				      answers_text(vectors, i, "n1"));
			buffer_printf(&rows, "row %s,deprivation,5,%s,%s\n",
				      answers_text(vectors, i, "id"),
				      answers_text(vectors, i, "x0"),
				      answers_text(vectors, i, "n0"));
		}
	return copy(arena, &rows);
}

/* Names of the columns with the expected limits. */
struct columns {
	const char *gap_lower, *gap_upper, *ratio_lower, *ratio_upper;
};

static double lower_of(const struct value *value)
{
	return value->limits.known ? value->limits.lower : nan("");
}

static double upper_of(const struct value *value)
{
	return value->limits.known ? value->limits.upper : nan("");
}

/* A ratio to nothing is infinite in the vectors and not available here. */
static void compare_ratio(struct answers_score *score, const struct answers *vectors, size_t i,
			  const struct value *ratio, const struct columns *columns)
{
	double wanted;

	if (!answers_number(vectors, i, "ratio", &wanted) || isinf(wanted)) {
		cr_expect_eq(ratio->state, VALUE_NOT_AVAILABLE);
		cr_expect_eq(ratio->reason, REASON_ZERO_COMPARATOR);
		return;
	}
	answers_compare_cell(score, vectors, i, "ratio", ratio->estimate, 1e-10, 1e-6);
	answers_compare_cell(score, vectors, i, columns->ratio_lower, lower_of(ratio), 1e-10, 1e-6);
	answers_compare_cell(score, vectors, i, columns->ratio_upper, upper_of(ratio), 1e-10, 1e-6);
}

static void compare_pairs(const struct answers *vectors, struct statement_parts parts,
			  const char *confidence, struct columns columns)
{
	struct arena *arena = arena_new();
	struct answers_score score = { 0 };
	struct statement *statement;

	parts.rows = pairs(arena, vectors, confidence);
	statement = statement_of(&parts);
	for (size_t i = 0; i < answers_count(vectors); i++) {
		struct figure_key key = { .by = "deprivation" };
		struct value gap, ratio;

		if (!answers_is(vectors, i, "conf", confidence))
			continue;
		key.period = arena_printf(arena, "row %s", answers_text(vectors, i, "id"));
		gap = statement_measure(statement, key, MEASURE_GAP);
		ratio = statement_measure(statement, key, MEASURE_RATIO);
		answers_compare_cell(&score, vectors, i, "diff", gap.estimate, 1e-10, 1e-6);
		answers_compare_cell(&score, vectors, i, columns.gap_lower, lower_of(&gap), 1e-10,
				     1e-6);
		answers_compare_cell(&score, vectors, i, columns.gap_upper, upper_of(&gap), 1e-10,
				     1e-6);
		compare_ratio(&score, vectors, i, &ratio, &columns);
	}
	answers_judge(&score, vectors);
	statement_free(statement);
	arena_free(arena);
}

Test(figure_vectors, agree_on_gaps_of_percentages)
{
	const struct columns columns = { "diff_newcombe_lower", "diff_newcombe_upper",
					 "ratio_katz_lower", "ratio_katz_upper" };
	struct answers *vectors = answers_open("gap_proportion.csv");
	struct statement_parts parts = { .per = "1", .unit = "Share" };

	compare_pairs(vectors, parts, "0.95", columns);
	parts.data = "confidence='99.8'";
	compare_pairs(vectors, parts, "0.998", columns);
	answers_close(vectors);
}

Test(figure_vectors, agree_on_gaps_of_rates)
{
	const struct columns columns = { "diff_mover_lower", "diff_mover_upper", "ratio_log_lower",
					 "ratio_log_upper" };
	struct answers *vectors = answers_open("gap_rate.csv");
	struct statement_parts parts = { .method = "crude-rate",
					 .per = "100000",
					 .unit = "Admissions per 100,000" };

	compare_pairs(vectors, parts, "0.95", columns);
	parts.per = "1000";
	parts.data = "confidence='99.8'";
	compare_pairs(vectors, parts, "0.998", columns);
	answers_close(vectors);
}

/* -- gaps of standardised rates --------------------------------------------------------------- */

static void add_case(struct buffer *rows, const struct answers *inputs, const char *name,
		     size_t period, const char *group)
{
	size_t first = answers_find(inputs, "case", name);

	for (size_t i = first; i < answers_block_end(inputs, first, "case"); i++)
		buffer_printf(rows, "pair %zu,deprivation,%s,%s,%s,%s\n", period, group,
			      answers_text(inputs, i, "ageband"), answers_text(inputs, i, "x"),
			      answers_text(inputs, i, "n"));
}

Test(figure_vectors, agree_on_gaps_of_standardised_rates)
{
	struct arena *arena = arena_new();
	struct answers *inputs = answers_open("dsr_inputs.csv");
	struct answers *vectors = answers_open("gap_dsr.csv");
	struct answers_score score = { 0 };
	struct statement *statement;
	struct buffer rows;

	buffer_init(&rows);
	buffer_add_text(&rows, "period,dimension,group,age,numerator,denominator\n");
	for (size_t i = 0; i < answers_count(vectors); i++) {
		add_case(&rows, inputs, answers_text(vectors, i, "case1"), i, "1");
		add_case(&rows, inputs, answers_text(vectors, i, "case0"), i, "5");
	}
	statement = statement_of(&(struct statement_parts){ .method = "dsr",
							    .per = "100000",
							    .unit = "Admissions per 100,000",
							    .standard = "esp2013",
							    .rows = copy(arena, &rows) });
	for (size_t i = 0; i < answers_count(vectors); i++) {
		struct figure_key key = { .by = "deprivation",
					  .period = arena_printf(arena, "pair %zu", i) };
		struct value gap = statement_measure(statement, key, MEASURE_GAP);
		struct value ratio = statement_measure(statement, key, MEASURE_RATIO);

		answers_compare_cell(&score, vectors, i, "diff", gap.estimate, 1e-10, 1e-6);
		answers_compare_cell(&score, vectors, i, "diff_mover_lower", lower_of(&gap), 1e-10,
				     1e-6);
		answers_compare_cell(&score, vectors, i, "diff_mover_upper", upper_of(&gap), 1e-10,
				     1e-6);
		answers_compare_cell(&score, vectors, i, "ratio", ratio.estimate, 1e-10, 1e-6);
		answers_compare_cell(&score, vectors, i, "ratio_log_lower", lower_of(&ratio), 1e-10,
				     1e-6);
		answers_compare_cell(&score, vectors, i, "ratio_log_upper", upper_of(&ratio), 1e-10,
				     1e-6);
	}
	answers_judge(&score, vectors);
	statement_free(statement);
	answers_close(vectors);
	answers_close(inputs);
	arena_free(arena);
}

/* -- slopes ----------------------------------------------------------------------------------- */

/* The figures of a case as published ones, multiplied. */
static const char *published(struct arena *arena, const struct answers *inputs, size_t first,
			     double multiplier)
{
	struct buffer rows;

	buffer_init(&rows);
	buffer_add_text(&rows, "dimension,group,denominator,value,lower,upper\n");
	for (size_t i = first; i < answers_block_end(inputs, first, "case"); i++)
		buffer_printf(&rows, "deprivation,%s,%s,%.17g,%.17g,%.17g\n",
			      answers_text(inputs, i, "quantile"), answers_text(inputs, i, "pop"),
			      answers_need(inputs, i, "value") * multiplier,
			      answers_need(inputs, i, "lower") * multiplier,
			      answers_need(inputs, i, "upper") * multiplier);
	return copy(arena, &rows);
}

static void compare_slope(struct answers_score *score, const struct answers *expected, size_t row,
			  const struct value *sii, const struct value *rii)
{
	answers_compare_cell(score, expected, row, "sii", sii->estimate, slope_tolerance,
			     slope_least);
	answers_compare_cell(score, expected, row, "sii_lower95", lower_of(sii), slope_tolerance,
			     slope_least);
	answers_compare_cell(score, expected, row, "sii_upper95", upper_of(sii), slope_tolerance,
			     slope_least);
	answers_compare_cell(score, expected, row, "rii", rii->estimate, slope_tolerance,
			     slope_least);
	answers_compare_cell(score, expected, row, "rii_lower95", lower_of(rii), slope_tolerance,
			     slope_least);
	answers_compare_cell(score, expected, row, "rii_upper95", upper_of(rii), slope_tolerance,
			     slope_least);
}

static void compare_case(struct answers_score *score, const struct answers *inputs,
			 const struct answers *expected, size_t row)
{
	struct arena *arena = arena_new();
	struct figure_key all = { .by = "deprivation" };
	bool share = answers_need(expected, row, "value_type") == 2;
	double multiplier = answers_need(expected, row, "multiplier");
	size_t first = answers_find(inputs, "case", answers_text(expected, row, "case"));
	struct statement *statement = statement_of(
		&(struct statement_parts){ .method = "given",
					   .per = share ? "100" : "1",
					   .unit = share ? "%" : "Events per person",
					   .rows = published(arena, inputs, first, multiplier) });
	/* Slopes there are least less most deprived: the raw ones. */
	struct measure_choice choice = { .measure = MEASURE_SII,
					 .reference = REFERENCE_BY_MEASURE,
					 .raw = true };
	struct value sii, rii;

	choice.transform = TRANSFORM_NONE;
	if (answers_need(expected, row, "transform") == 1)
		choice.transform = share ? TRANSFORM_LOGIT : TRANSFORM_LOG;
	sii = statement_figure(statement, all, &choice);
	choice.measure = MEASURE_RII;
	rii = statement_figure(statement, all, &choice);
	if (answers_is(expected, row, "status", "ok")) {
		compare_slope(score, expected, row, &sii, &rii);
	} else {
		cr_expect_eq(sii.state, VALUE_NOT_AVAILABLE);
		cr_expect_eq(rii.state, VALUE_NOT_AVAILABLE);
	}
	statement_free(statement);
	arena_free(arena);
}

static bool is_of_fifths(const struct answers *inputs, const struct answers *expected, size_t row)
{
	size_t first = answers_find(inputs, "case", answers_text(expected, row, "case"));

	return answers_block_end(inputs, first, "case") - first <= 5;
}

/* Limits of rates and percentages on a straight line are known from a simulation alone. */
Test(figure_vectors, agree_on_slopes)
{
	struct answers *inputs = answers_open("sii_inputs.csv");
	struct answers *expected = answers_open("sii_expected.csv");
	struct answers_score score = { 0 };

	for (size_t i = 0; i < answers_count(expected); i++)
		if ((answers_need(expected, i, "transform") == 1 ||
		     answers_need(expected, i, "value_type") == 0) &&
		    answers_need(expected, i, "multiplier") > 0 &&
		    is_of_fifths(inputs, expected, i))
			compare_case(&score, inputs, expected, i);
	cr_expect_geq(score.compared, 24, "only %zu figures were compared", score.compared);
	answers_judge(&score, expected);
	answers_close(expected);
	answers_close(inputs);
}
