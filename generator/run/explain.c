/*
 * explain.c - how a figure came about: definition, rows, formula with its numbers, state, printed form.
 *
 * Every figure that the report prints can be explained, also those it asks for with parameters: the report is
 * resolved for that, its own faults are those of "check". What is hidden stays hidden: of a suppressed figure
 * the rows are named, not their numbers.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "indicator/figure.h"
#include "indicator/key_findings.h"
#include "indicator/method.h"
#include "run/explain_parts.h"
#include "run/internal.h"

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
	if (key->classification == CLASSIFICATION_ALL || key->group == GROUP_ALL)
		return "all";
	return words_group(
		&explainer->words,
		explainer->run->dataset->dimensions->classifications[key->classification],
		key->group);
}

const char *explain_group(const struct explainer *explainer, const struct cell_key *key)
{
	const struct dimensions *dimensions = explainer->run->dataset->dimensions;
	int sexes = classification_find(dimensions, "sex");
	const char *group = group_name(explainer, key);

	if (key->sex == SEX_ALL || sexes < 0)
		return group;
	return arena_printf(explainer->line->arena, "%s, %s", group,
			    words_group_phrase(&explainer->words,
					       dimensions->classifications[sexes], key->sex));
}

/* -- measures of groups ------------------------------------------------------------------------- */

static bool is_within(const struct explainer *explainer, const struct cell_key *key)
{
	struct cell_key breakdown = *key;

	breakdown.group = GROUP_ALL;
	return cell_key_compare(&breakdown, &explainer->key) == 0;
}

/* One of those that every breakdown has, which are explained whether they are printed or not. */
static void explain_usual(const struct explainer *explainer)
{
	const struct results *results = explainer->run->results;

	for (int m = 0; m < MEASURE_COUNT_OF; m++) {
		const struct breakdown_result *found =
			results_breakdown(results, &explainer->key, (enum measure)m);

		if (found != NULL)
			explain_measure(explainer, found);
	}
}

static bool is_usual(const struct explainer *explainer, const struct figure_use *use)
{
	struct measure_choice plain = measure_plain(use->choice.measure);

	return use->key.group == GROUP_ALL && measure_choice_equal(&use->choice, &plain) &&
	       results_breakdown(explainer->run->results, &use->key, use->choice.measure) != NULL;
}

static bool is_repeated(const struct explainer *explainer, size_t at)
{
	const struct figure_use *use = &explainer->uses[at];

	for (size_t i = 0; i < at; i++)
		if (cell_key_compare(&explainer->uses[i].key, &use->key) == 0 &&
		    measure_choice_equal(&explainer->uses[i].choice, &use->choice))
			return true;
	return false;
}

/* Those that the report prints beside them, of the breakdown or of one group in it. */
static void explain_printed_measures(const struct explainer *explainer, int group)
{
	for (size_t i = 0; i < explainer->use_count; i++) {
		const struct figure_use *use = &explainer->uses[i];
		enum measure_scope scope = measure_kind(use->choice.measure)->scope;

		if ((scope != MEASURE_SCOPE_PAIR && scope != MEASURE_SCOPE_DIMENSION) ||
		    !is_within(explainer, &use->key) ||
		    (group != GROUP_ALL && use->key.group != group) || is_usual(explainer, use) ||
		    is_repeated(explainer, i))
			continue;
		explain_measure(explainer,
				figure_of(explainer->run->results, &use->key, &use->choice));
	}
}

/* The one that is asked for, printed or not. */
static void explain_measure_asked(const struct explainer *explainer, int group)
{
	struct measure_choice choice = measure_plain(measure_find(explainer->line->measure));
	struct cell_key key = explainer->key;

	if (measure_kind(choice.measure)->scope == MEASURE_SCOPE_PAIR)
		key.group = group;
	explain_measure(explainer, figure_of(explainer->run->results, &key, &choice));
}

/* -- the command --------------------------------------------------------------------------------- */

static bool is_wanted(const struct explainer *explainer, const struct result *result)
{
	const char *group = explainer->line->group;
	const struct dimensions *dimensions = explainer->run->dataset->dimensions;

	if (group == NULL || strcmp(group, group_name(explainer, &result->key)) == 0)
		return true;
	return result->key.group >= 0 &&
	       group_find(dimensions->classifications[result->key.classification], group) ==
		       result->key.group;
}

/* The group that is asked for; GROUP_ALL when none is. False after a message when there is none of the name. */
static bool find_group(struct explainer *explainer, const struct result *groups, size_t count,
		       int *group)
{
	struct command_line *line = explainer->line;
	const char **names = arena_array(line->arena, count, sizeof(*names));
	size_t kept = 0;

	*group = GROUP_ALL;
	if (line->group == NULL)
		return true;
	for (size_t i = 0; i < count; i++) {
		if (is_wanted(explainer, &groups[i])) {
			*group = groups[i].key.group;
			return true;
		}
		if (groups[i].key.sex == SEX_ALL)
			names[kept++] = group_name(explainer, &groups[i].key);
	}
	return explain_unknown(line, "--group", line->group,
			       suggest_hint(line->arena, line->group, names, kept));
}

static void explain_all(struct explainer *explainer, const struct result *groups, size_t count,
			int group)
{
	const struct command_line *line = explainer->line;

	if (line->run.unsafe_internal)
		buffer_printf(&explainer->line->out, "%s\n\n", internal_words);
	write_definition(explainer);
	for (size_t i = 0; i < count && line->measure == NULL; i++)
		if (is_wanted(explainer, &groups[i]))
			explain_result(explainer, &groups[i]);
	if (line->measure != NULL)
		explain_measure_asked(explainer, group);
	else if (line->by != NULL && line->group == NULL)
		explain_usual(explainer);
	if (line->measure == NULL && line->by != NULL)
		explain_printed_measures(explainer, group);
}

/* Those of the first <key-findings>; of a report without one what it would tell. */
static void explain_findings(struct explainer *explainer, struct run *run)
{
	const struct word *body = &run->report->reference.organisation;
	struct finding_wish wish = { .most = FINDINGS_USUAL };
	struct findings findings;

	if (run->document != NULL && run->document->findings != NULL) {
		explain_key_findings(explainer, run->document->findings);
		return;
	}
	wish.organisation = body->text == NULL ? 0 : organisation_find(run->dataset, body->text);
	if (wish.organisation < 0)
		return;
	findings = key_findings(run->arena, run->results, &wish);
	explain_key_findings(explainer, &findings);
}

/* The figures that stand in the report, without the messages that its words give rise to. */
static void find_uses(struct explainer *explainer, struct run *run)
{
	struct diag_list *diags = run->diags;

	run->diags = diag_list_new(run->arena);
	if (run_resolve(run)) {
		explainer->uses = run->document->uses;
		explainer->use_count = run->document->use_count;
	}
	run->diags = diags;
}

void command_explain(struct command_line *line)
{
	struct explainer explainer = { .line = line };
	struct run run;
	size_t count;
	int group;
	const struct result *groups;

	if (line->operand_count != (line->key_findings ? 1 : 2) || line->run.spec == NULL) {
		diag_add(line->diags, DIAG_USAGE, (struct location){ 0 },
			 "explain takes an indicator, or --key-findings, and --spec SPEC", NULL);
		return;
	}
	run = run_new(line->arena, line->diags, &line->run);
	if (!run_compute(&run))
		return;
	explainer.run = &run;
	explainer.words = (struct words){ .arena = line->arena,
					  .strings = run.strings,
					  .results = run.results };
	find_uses(&explainer, &run);
	if (line->key_findings) {
		explain_findings(&explainer, &run);
		return;
	}
	if (!explain_find_key(&explainer))
		return;
	groups = results_groups(run.results, &explainer.key, &count);
	if (find_group(&explainer, groups, count, &group))
		explain_all(&explainer, groups, count, group);
}
