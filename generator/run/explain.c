/*
 * explain.c - how a figure came about: definition, rows, formula with its numbers, state, printed form.
 *
 * What is hidden stays hidden: of a suppressed figure the rows are named, not their numbers.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "indicator/compute.h"
#include "indicator/explain.h"
#include "model/view.h"
#include "run/command.h"
#include "words/format.h"

struct explainer {
	struct command_line *line;
	const struct run *run;
	struct words words;
	const struct indicator *indicator;
	struct cell_key key;
};

static void write_definition(const struct explainer *explainer)
{
	const struct indicator *indicator = explainer->indicator;
	const struct method *method = method_find(indicator->method);
	struct buffer *out = &explainer->line->out;

	buffer_printf(out, "%s  %s\n", indicator->id, indicator->name);
	if (indicator->numerator[0] != '\0')
		buffer_printf(out, "  numerator    %s\n", indicator->numerator);
	if (indicator->denominator[0] != '\0')
		buffer_printf(out, "  denominator  %s\n", indicator->denominator);
	buffer_printf(out, "  method       %s: %s\n", method->name, method_summary(method));
	buffer_printf(out, "  unit         %s (multiplier %g)\n", indicator->unit,
		      indicator->multiplier);
	buffer_printf(out, "  good         %s\n", polarity_name(indicator->polarity));
	if (indicator->caveat[0] != '\0')
		buffer_printf(out, "  caveat       %s\n", indicator->caveat);
}

static const char *group_name(const struct explainer *explainer, const struct cell_key *key)
{
	if (key->classification == CLASSIFICATION_ALL)
		return "all";
	return words_group(
		&explainer->words,
		explainer->run->dataset->dimensions->classifications[key->classification],
		key->group);
}

static void write_rows(const struct explainer *explainer, const struct method_input *input)
{
	struct buffer *out = &explainer->line->out;
	const struct dataset *dataset = explainer->run->dataset;

	buffer_add_text(out, "  rows\n");
	for (size_t i = 0; i < input->count; i++) {
		struct location at = observation_location(dataset, &input->rows[i]);

		buffer_printf(out, "    %s:%u%s%s\n", at.file, at.line,
			      input->rows[i].age == AGE_ALL ? "" : "  age ",
			      input->rows[i].age == AGE_ALL
				      ? ""
				      : dataset->ages->groups[input->rows[i].age].code);
	}
}

static void write_quantity(struct buffer *out, const char *name, const struct quantity *quantity)
{
	if (quantity_is_shown(quantity))
		buffer_printf(out, "    %s = %.12g\n", name, quantity->number);
	else
		buffer_printf(out, "    %s: %s\n", name, value_state_name(quantity->state));
}

static void write_state(const struct explainer *explainer, const struct value *value)
{
	struct buffer *out = &explainer->line->out;

	buffer_printf(out, "  state %s", value_state_name(value->state));
	if (value->reason != REASON_NONE)
		buffer_printf(
			out, ": %s",
			strings_text(explainer->words.strings, string_of_reason(value->reason)));
	buffer_add_char(out, '\n');
}

static void write_rule(const struct explainer *explainer, const struct result *result)
{
	const struct data_source *source = &explainer->run->dataset->sources[result->source];
	const struct disclosure_rule *rule =
		disclosure_rule_find(explainer->run->reference, source->rule);

	buffer_printf(&explainer->line->out, "  source %s, disclosure rule %s%s%s\n", source->id,
		      rule == NULL ? "none" : rule->id, rule == NULL ? "" : ": ",
		      rule == NULL ? "" : rule->note);
}

/* From unrounded numbers to the one on the page. */
static void write_printed(const struct explainer *explainer, enum measure measure,
			  const struct value *value)
{
	struct buffer *out = &explainer->line->out;
	int indicator = explainer->key.indicator;
	const char *interval =
		words_interval(&explainer->words, indicator, measure, value, DECIMALS_BY_RULE);

	buffer_printf(out, "  printed %s%s%s\n",
		      words_value(&explainer->words, indicator, measure, value, DECIMALS_BY_RULE),
		      value_is_shown(value) && interval[0] != '\0' ? ", interval " : "",
		      value_is_shown(value) ? interval : "");
}

static void explain_result(const struct explainer *explainer, const struct result *result)
{
	struct buffer *out = &explainer->line->out;
	const struct method *method = method_find(explainer->indicator->method);
	struct method_input input =
		results_input(explainer->run->results, explainer->run->reference, result);
	const struct period *period = &explainer->run->dataset->periods[result->key.period];

	buffer_printf(out, "\n%s, %s, %s\n",
		      explainer->run->dataset->organisations[result->key.organisation].name,
		      words_period(&explainer->words, period), group_name(explainer, &result->key));
	write_rule(explainer, result);
	write_rows(explainer, &input);
	buffer_add_text(out, "  steps\n");
	write_quantity(out, "numerator, as it may be shown", &result->numerator);
	write_quantity(out, "denominator, as it may be shown", &result->denominator);
	if (value_is_shown(&result->value) && result->value.origin == VALUE_GIVEN) {
		explain_step(out, "the value is published; it is taken as it is: %.12g",
			     result->value.estimate);
	} else if (value_is_shown(&result->value)) {
		if (result->value.coarse)
			explain_step(
				out,
				"worked out from exact counts, of which only rounded or hidden ones "
				"may be shown; so the figure has no more decimals than printed");
		method->explain(&input, result, out);
	}
	write_state(explainer, &result->value);
	write_printed(explainer, MEASURE_VALUE, &result->value);
}

static const char *formula(enum measure measure)
{
	switch (measure) {
	case MEASURE_GAP:
		return "value of the most deprived group less that of the least deprived; limits of the "
		       "difference from those of both (Newcombe 1998; Zou and Donner 2008)";
	case MEASURE_RATIO:
		return "value of the most deprived group divided by that of the least deprived; limits on "
		       "the log scale (Katz et al. 1978)";
	case MEASURE_SII:
		return "line fitted to the groups on their relative ranks, weighted by population: its "
		       "value at the most deprived end less that at the least deprived end";
	case MEASURE_RII:
		return "the same line: its value at the most deprived end divided by that at the least "
		       "deprived end";
	case MEASURE_COMPLETENESS:
		return "100 x (1 - records with an unknown group / all records)";
	case MEASURE_VALUE:
	case MEASURE_COUNT:
	case MEASURE_DENOMINATOR:
	case MEASURE_SHARE:
	case MEASURE_COUNT_OF:
		break;
	}
	return "";
}

static void explain_breakdowns(const struct explainer *explainer)
{
	struct buffer *out = &explainer->line->out;

	for (int m = 0; m < MEASURE_COUNT_OF; m++) {
		enum measure measure = (enum measure)m;
		const struct breakdown_result *found =
			results_breakdown(explainer->run->results, &explainer->key, measure);

		if (found == NULL)
			continue;
		buffer_printf(out, "\n%s\n    %s\n", measure_kind(measure)->name, formula(measure));
		if (value_is_shown(&found->value)) {
			if (measure == MEASURE_SII || measure == MEASURE_RII)
				explain_step(out, "line at the ends: %.12g and %.12g",
					     found->fitted_most, found->fitted_least);
			explain_step(out, "= %.12g", found->value.estimate);
			if (found->value.limits.known)
				explain_step(out, "limits %.12g to %.12g",
					     found->value.limits.lower, found->value.limits.upper);
		}
		write_state(explainer, &found->value);
		write_printed(explainer, measure, &found->value);
	}
}

static bool unknown(struct command_line *line, const char *option, const char *value,
		    const char *hint)
{
	diag_add(line->diags, DIAG_USAGE, (struct location){ 0 },
		 arena_printf(line->arena, "%s %s", option, value), hint);
	return false;
}

/* Figures by a classification that the option names, itself or by its dimension. */
static bool is_meant(const struct explainer *explainer, int number)
{
	const struct dimensions *dimensions = explainer->run->dataset->dimensions;
	const struct classification *classification = dimensions->classifications[number];
	const char *by = explainer->line->by;

	if (period_latest(explainer->run->results, explainer->key.indicator,
			  explainer->key.organisation, number) < 0)
		return false;
	return by == NULL || strcmp(classification->id, by) == 0 ||
	       strcmp(classification->dimension, by) == 0;
}

static bool find_breakdown(struct explainer *explainer)
{
	struct command_line *line = explainer->line;
	const struct dimensions *dimensions = explainer->run->dataset->dimensions;
	struct cell_key *key = &explainer->key;
	const char *by = line->by, **names;
	size_t count = 0;

	key->classification = CLASSIFICATION_ALL;
	if (by == NULL)
		return true;
	for (size_t i = 0; i < dimensions->classification_count; i++)
		if (is_meant(explainer, (int)i)) {
			key->classification = (int)i;
			return true;
		}
	names = arena_array(line->arena, dimensions->classification_count, sizeof(*names));
	line->by = NULL;
	for (size_t i = 0; i < dimensions->classification_count; i++)
		if (is_meant(explainer, (int)i))
			names[count++] = dimensions->classifications[i]->id;
	line->by = by;
	return unknown(line, "--by", by,
		       count == 0 ? "it has no figures by any breakdown"
				  : suggest_hint(line->arena, by, names, count));
}

static bool find_key(struct explainer *explainer)
{
	struct command_line *line = explainer->line;
	const struct dataset *dataset = explainer->run->dataset;
	const struct indicators *indicators = dataset->indicators;
	const struct word *own = &explainer->run->report->reference.organisation;
	struct cell_key *key = &explainer->key;
	const char **ids = arena_array(line->arena, indicators->count, sizeof(*ids));

	*key = (struct cell_key){ .group = GROUP_ALL, .sex = SEX_ALL };
	key->indicator = indicator_find(indicators, line->operands[1]);
	for (size_t i = 0; i < indicators->count; i++)
		ids[i] = indicators->items[i].id;
	if (key->indicator < 0)
		return unknown(
			line, "explain", line->operands[1],
			suggest_hint(line->arena, line->operands[1], ids, indicators->count));
	explainer->indicator = &indicators->items[key->indicator];
	key->organisation = own->text == NULL ? 0 : organisation_find(dataset, own->text);
	if (key->organisation < 0)
		return unknown(line, "organisation", own->text, "no row of the data is of it");
	if (!find_breakdown(explainer))
		return false;
	key->period = line->period == NULL ? period_latest(explainer->run->results, key->indicator,
							   key->organisation, key->classification)
					   : period_find(dataset, line->period);
	return key->period >= 0 ||
	       unknown(line, "--period", line->period == NULL ? "latest" : line->period,
		       "no figures of that period");
}

static bool is_wanted(const struct explainer *explainer, const struct result *result)
{
	const char *group = explainer->line->group;
	const struct dimensions *dimensions = explainer->run->dataset->dimensions;

	if (result->key.sex != SEX_ALL)
		return false;
	if (group == NULL || strcmp(group, group_name(explainer, &result->key)) == 0)
		return true;
	return result->key.group >= 0 &&
	       group_find(dimensions->classifications[result->key.classification], group) ==
		       result->key.group;
}

/* False after a message when the figures have no group of the name asked for. */
static bool has_group(const struct explainer *explainer, const struct result *groups, size_t count)
{
	struct command_line *line = explainer->line;
	const char **names = arena_array(line->arena, count, sizeof(*names));
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		if (is_wanted(explainer, &groups[i]))
			return true;
		if (groups[i].key.sex == SEX_ALL)
			names[kept++] = group_name(explainer, &groups[i].key);
	}
	return line->group == NULL || unknown(line, "--group", line->group,
					      suggest_hint(line->arena, line->group, names, kept));
}

void command_explain(struct command_line *line)
{
	struct explainer explainer = { .line = line };
	struct run run;
	size_t count;
	const struct result *groups;

	if (line->operand_count != 2 || line->run.spec == NULL) {
		diag_add(line->diags, DIAG_USAGE, (struct location){ 0 },
			 "explain takes an indicator and --spec SPEC", NULL);
		return;
	}
	run = run_new(line->arena, line->diags, &line->run);
	if (!run_compute(&run))
		return;
	explainer.run = &run;
	explainer.words = (struct words){ line->arena, run.strings, run.results };
	if (!find_key(&explainer))
		return;
	groups = results_groups(run.results, &explainer.key, &count);
	if (!has_group(&explainer, groups, count))
		return;
	write_definition(&explainer);
	for (size_t i = 0; i < count; i++)
		if (is_wanted(&explainer, &groups[i]))
			explain_result(&explainer, &groups[i]);
	if (line->by != NULL && line->group == NULL)
		explain_breakdowns(&explainer);
}
