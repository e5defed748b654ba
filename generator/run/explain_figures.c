/*
 * explain_figures.c - how the figure of a group, or a measure of groups, was worked out.
 */
#include <string.h>

#include "indicator/compute.h"
#include "indicator/disclosure.h"
#include "indicator/explain.h"
#include "indicator/figure.h"
#include "indicator/recipe.h"
#include "run/explain_parts.h"
#include "words/method_words.h"

/*
 * Where rows are events or people, their number is a count, and the ages that have one are theirs: of a hidden
 * figure the first row is named alone, and under a rule that protects counts nothing is said of how many rows
 * were put together.
 */
static void write_rows(const struct explainer *explainer, const struct method_input *input,
		       const struct result *result)
{
	bool hidden = result->value.state == VALUE_SUPPRESSED;
	bool protected = disclosure_protects(input->rule) || hidden;
	struct buffer *out = &explainer->line->out;
	const struct dataset *dataset = explainer->run->dataset;
	const struct data_source *source = &dataset->sources[result->source];

	buffer_add_text(out, "  rows\n");
	if (source->counted)
		buffer_printf(out, "    counted from %zu of the %zu rows of %s\n",
			      source->rows_used, source->rows, source->file);
	for (size_t i = 0; i < input->count && (i == 0 || !hidden); i++) {
		const struct observation *row = &input->rows[i];
		struct location at = observation_location(dataset, row);

		buffer_printf(out, "    %s:%u", at.file, at.line);
		if (row->age != AGE_ALL && !hidden)
			buffer_printf(out, "  age %s", dataset->ages->groups[row->age].code);
		if (row->records > 0 && !protected)
			buffer_printf(out, ", the first of %.0f record%s", row->records,
				      row->records == 1 ? "" : "s");
		if (row->more > 0 && !protected)
			buffer_printf(out, ", and %u more row%s", row->more,
				      row->more == 1 ? "" : "s");
		buffer_add_char(out, '\n');
	}
}

static void write_quantity(struct buffer *out, const char *name, const struct quantity *quantity)
{
	if (quantity_is_shown(quantity))
		buffer_printf(out, "    %s = %.12g\n", name, quantity->number);
	else
		buffer_printf(out, "    %s: %s\n", name, value_state_name(quantity->state));
}

/* The formula in words, with its source; "parameters: ..." before it where there are any. */
static void write_recipe(struct buffer *out, struct buffer *parameters, const char *formula)
{
	if (buffer_text(parameters)[0] != '\0')
		buffer_printf(out, "  parameters %s\n", buffer_text(parameters));
	buffer_printf(out, "  formula %s\n", formula);
	buffer_clear(parameters);
}

static void write_steps(const struct explainer *explainer, const struct method_input *input,
			const struct result *result)
{
	struct buffer *out = &explainer->line->out;

	buffer_add_text(out, "  steps\n");
	write_quantity(out, "numerator, as it may be shown", &result->numerator);
	write_quantity(out, "denominator, as it may be shown", &result->denominator);
	if (!value_is_shown(&result->value))
		return;
	if (result->value.origin == VALUE_GIVEN) {
		explain_step(out, "the value is published; it is taken as it is: %.12g",
			     result->value.estimate);
		return;
	}
	if (result->value.coarse)
		explain_step(out,
			     "worked out from exact counts, of which only rounded or hidden ones "
			     "may be shown; so the figure has no more decimals than printed");
	method_find(explainer->indicator->method)->explain(input, result, out);
}

/* -- of one group -------------------------------------------------------------------------------- */

static bool is_first_of(const struct explainer *explainer, size_t at)
{
	const struct figure_use *use = &explainer->uses[at];

	for (size_t i = 0; i < at; i++)
		if (cell_key_compare(&explainer->uses[i].key, &use->key) == 0 &&
		    measure_choice_equal(&explainer->uses[i].choice, &use->choice))
			return false;
	return true;
}

/* Intervals that the report asks for at a level of their own. */
static void explain_confidence(const struct explainer *explainer, const struct result *result,
			       const struct figure_use *use)
{
	struct buffer *out = &explainer->line->out;
	struct method_input input =
		results_input(explainer->run->results, explainer->run->reference, result);
	struct result other = *result;

	other.value = use->value;
	input.confidence = use->choice.confidence;
	buffer_printf(out, "  at a confidence of %s%%\n",
		      words_confidence(&explainer->words, use->choice.confidence));
	write_steps(explainer, &input, &other);
	explain_printed(explainer, &use->key, &use->choice, &use->value);
}

static void explain_share(const struct explainer *explainer, const struct result *result,
			  const struct figure_use *use)
{
	struct buffer *out = &explainer->line->out;
	struct cell_key key = result->key;
	const struct result *total;

	key.classification = CLASSIFICATION_ALL;
	key.group = GROUP_ALL;
	key.sex = SEX_ALL;
	total = results_find(explainer->run->results, &key);
	buffer_add_text(out, "  share of all\n");
	if (value_is_shown(&use->value))
		explain_step(
			out, "100 x numerator / numerator of all = 100 x %.12g / %.12g = %.12g",
			result->numerator.number, total->numerator.number, use->value.estimate);
	explain_state(explainer, NULL, &use->value);
	explain_printed(explainer, &use->key, &use->choice, &use->value);
}

/* What else the report prints of the group. */
static void explain_more(const struct explainer *explainer, const struct result *result)
{
	for (size_t i = 0; i < explainer->use_count; i++) {
		const struct figure_use *use = &explainer->uses[i];

		if (cell_key_compare(&use->key, &result->key) != 0 || !is_first_of(explainer, i))
			continue;
		if (use->choice.measure == MEASURE_SHARE)
			explain_share(explainer, result, use);
		else if (use->choice.measure == MEASURE_VALUE && use->choice.confidence > 0)
			explain_confidence(explainer, result, use);
	}
}

/* The recent trend up to a figure, where there is one. */
static void explain_trend(const struct explainer *explainer, const struct cell_key *key)
{
	const struct measure_choice choice = measure_plain(MEASURE_TREND);
	const struct breakdown_result *trend = figure_of(explainer->run->results, key, &choice);

	if (value_is_shown(&trend->value))
		explain_measure(explainer, trend);
}

void explain_result(const struct explainer *explainer, const struct result *result)
{
	const struct measure_choice plain = measure_plain(MEASURE_VALUE);
	struct buffer *out = &explainer->line->out, parameters;
	struct method_input input =
		results_input(explainer->run->results, explainer->run->reference, result);
	const struct period *period = &explainer->run->dataset->periods[result->key.period];

	buffer_init(&parameters);
	recipe_of_value(explainer->run->results, result, &parameters);
	buffer_printf(out, "\n%s, %s, %s\n",
		      explainer->run->dataset->organisations[result->key.organisation].name,
		      words_period(&explainer->words, period),
		      explain_group(explainer, &result->key));
	explain_rule(explainer, result);
	write_rows(explainer, &input, result);
	write_recipe(out, &parameters,
		     method_recipe(&explainer->words, explainer->indicator, &result->value));
	write_steps(explainer, &input, result);
	explain_state(explainer, result, &result->value);
	explain_printed(explainer, &result->key, &plain, &result->value);
	explain_more(explainer, result);
	explain_trend(explainer, &result->key);
}

/* -- of groups ----------------------------------------------------------------------------------- */

void explain_measure(const struct explainer *explainer, const struct breakdown_result *figure)
{
	struct buffer *out = &explainer->line->out, parameters;
	enum measure measure = figure->choice.measure;
	struct breakdown_result again;

	buffer_init(&parameters);
	recipe_of_measure(explainer->run->results, figure, &parameters);
	buffer_printf(out, "\n%s%s%s\n", measure_kind(measure)->name,
		      figure->key.group == GROUP_ALL ? "" : " of ",
		      figure->key.group == GROUP_ALL ? "" : explain_group(explainer, &figure->key));
	write_recipe(out, &parameters, measure_recipe(&explainer->words, figure));
	buffer_add_text(out, "  steps\n");
	again = figure_explain(explainer->run->results, &figure->key, &figure->choice, out);
	if (value_is_shown(&again.value)) {
		explain_step(out, "= %.12g", again.value.estimate);
		if (again.value.limits.known)
			explain_step(out, "limits %.12g to %.12g", again.value.limits.lower,
				     again.value.limits.upper);
	}
	explain_state(explainer, NULL, &again.value);
	explain_printed(explainer, &figure->key, &figure->choice, &again.value);
}
