/*
 * judge.c - whether an indicator, or a breakdown of it, stands in the document.
 */
#include <string.h>

#include "base/arena.h"
#include "coverage/coverage_parts.h"
#include "model/view.h"
#include "words/phrases.h"

enum { PERIOD_NONE = -1, SLOPE_GROUPS_LEAST = 5 };

/* -- figures ------------------------------------------------------------------------------------ */

/* True when the figure is the indicator's own: not a gap, slope or other measure of it. */
static bool is_own_figure(const struct judging *judging, const struct figure_use *use)
{
	enum measure measure = use->choice.measure;

	if (use->behind || use->key.sex != SEX_ALL || use->key.indicator != judging->indicator ||
	    use->key.organisation != judging->organisation)
		return false;
	if (use->element != NULL && use->element->block->kind == BLOCK_COVER)
		return false;
	return measure == MEASURE_VALUE ||
	       (judging->is_count && (measure == MEASURE_COUNT || measure == MEASURE_SHARE));
}

static int latest_shown(const struct judging *judging, int classification)
{
	const struct document *document = judging->inputs->document;
	int latest = PERIOD_NONE;

	for (size_t i = 0; i < document->use_count; i++) {
		const struct figure_use *use = &document->uses[i];

		if (is_own_figure(judging, use) && use->key.classification == classification &&
		    (classification == CLASSIFICATION_ALL || use->key.group != GROUP_ALL) &&
		    use->key.period > latest)
			latest = use->key.period;
	}
	return latest;
}

static bool is_used(const struct judging *judging, const struct cell_key *key, int group)
{
	const struct document *document = judging->inputs->document;

	for (size_t i = 0; i < document->use_count; i++) {
		const struct cell_key *used = &document->uses[i].key;

		if (is_own_figure(judging, &document->uses[i]) && used->group == group &&
		    used->classification == key->classification && used->period == key->period)
			return true;
	}
	return false;
}

/* -- one breakdown in one classification -------------------------------------------------------- */

/* How many groups are in which state. */
struct tally {
	size_t groups, shown, unused, hidden, unavailable;
	enum value_reason reason; /* of the first that is not shown */
	bool silent;              /* no row of the data says that a figure is not there */
};

static void count_value(struct tally *tally, const struct value *value, bool used)
{
	tally->groups++;
	if (value_is_shown(value)) {
		tally->shown += used;
		tally->unused += !used;
		return;
	}
	if (tally->hidden + tally->unavailable == 0)
		tally->reason = value->reason;
	tally->hidden += value->state == VALUE_SUPPRESSED;
	tally->unavailable += value->state == VALUE_NOT_AVAILABLE;
}

/* True when a row of the data says that there is no figure: silence is no reason. */
static bool is_stated(const struct result *result)
{
	return result != NULL && (result->numerator.stated || result->denominator.stated ||
				  result->value.reason == REASON_MARKED_IN_DATA);
}

static struct tally tally_of(const struct judging *judging, const struct cell_key *key)
{
	const struct coverage_inputs *inputs = judging->inputs;
	const struct view view = view_of(inputs->arena, inputs->results, key);
	const struct value none = value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
	struct tally tally = { .silent = true };

	if (view.classification == NULL) {
		tally.silent = !is_stated(view.total);
		count_value(&tally, view.total == NULL ? &none : &view.total->value,
			    is_used(judging, key, GROUP_ALL));
	}
	for (size_t i = 0; i < view.ordinary; i++) {
		const struct result *result = view.groups[i].result;

		count_value(&tally, &view.groups[i].value,
			    is_used(judging, key, view.groups[i].group));
		tally.silent = tally.silent && !is_stated(result);
	}
	if (!tally.silent && tally.reason == REASON_NOT_IN_DATA)
		tally.reason = REASON_MARKED_IN_DATA;
	return tally;
}

static const char *of_groups(const struct judging *judging, enum string_id id, size_t n, size_t m)
{
	const struct words *words = judging->inputs->words;
	const struct placeholder parts[] = {
		{ "n", words_number(words, (double)n, 0) },
		{ "m", words_number(words, (double)m, 0) },
		{ 0 },
	};

	return words_fill(words, id, parts);
}

static const char *reason_words(const struct judging *judging, enum value_reason reason)
{
	return reason == REASON_NONE ? ""
				     : coverage_word(judging->inputs, string_of_reason(reason));
}

/* Nothing of it is shown: by the states of the figures. */
static void judge_hidden(const struct judging *judging, const struct tally *tally,
			 struct coverage_cell *cell)
{
	cell->confidential = tally->hidden > 0;
	cell->state = tally->hidden > 0        ? COVERAGE_SUPPRESSED
		      : tally->unavailable > 0 ? COVERAGE_NOT_AVAILABLE
					       : COVERAGE_NOT_APPLICABLE;
	cell->reason = tally->hidden > 0
			       ? coverage_word(judging->inputs, STRING_COVERAGE_ALL_HIDDEN)
			       : reason_words(judging, tally->reason);
}

static void judge_shown(const struct judging *judging, const struct tally *tally,
			struct coverage_cell *cell)
{
	bool both = tally->hidden > 0 && tally->unavailable > 0;
	const char *hidden =
		of_groups(judging, STRING_COVERAGE_SOME_HIDDEN, tally->hidden, tally->groups);
	const char *missing =
		of_groups(judging, STRING_COVERAGE_SOME_MISSING, tally->unavailable, tally->groups);

	cell->confidential = tally->hidden > 0;
	cell->state = tally->shown == tally->groups ? COVERAGE_REPORTED : COVERAGE_IN_PART;
	if (tally->shown == tally->groups)
		return;
	cell->reason = both ? arena_printf(judging->inputs->arena, "%s; %s", hidden, missing)
		       : tally->hidden > 0 ? hidden
					   : missing;
}

void judge_gap(const struct judging *judging, struct coverage_cell *cell, enum string_id id)
{
	cell->state = COVERAGE_GAP;
	cell->reason = coverage_word(judging->inputs, id);
}

void judge(const struct judging *judging, int classification, struct coverage_cell *cell)
{
	struct cell_key key = { .indicator = judging->indicator,
				.period = latest_shown(judging, classification),
				.organisation = judging->organisation,
				.classification = classification,
				.group = GROUP_ALL,
				.sex = SEX_ALL };
	bool placed = key.period != PERIOD_NONE;
	struct tally tally;

	if (!placed)
		key.period = period_latest(judging->inputs->results, judging->indicator,
					   judging->organisation, classification);
	if (key.period == PERIOD_NONE) {
		judge_gap(judging, cell, STRING_COVERAGE_GAP_NO_DATA);
		return;
	}
	tally = tally_of(judging, &key);
	cell->groups = tally.groups;
	cell->shown = tally.shown;
	if (tally.shown + tally.unused + tally.hidden == 0 && tally.reason == REASON_NOT_IN_DATA)
		judge_gap(judging, cell, STRING_COVERAGE_GAP_NO_DATA);
	else if (tally.shown + tally.unused == 0)
		judge_hidden(judging, &tally, cell);
	else if (tally.unused == 0)
		judge_shown(judging, &tally, cell);
	else if (tally.shown == 0)
		judge_gap(judging, cell, STRING_COVERAGE_GAP_NOT_SHOWN);
	else {
		cell->state = COVERAGE_GAP;
		cell->reason = of_groups(judging, STRING_COVERAGE_GAP_PART_SHOWN, tally.shown,
					 tally.shown + tally.unused);
	}
}

/* -- one breakdown ------------------------------------------------------------------------------ */

/* A split in two, such as Core20 and other areas, is no breakdown by fifths. */
static bool is_full(const struct classification *classification)
{
	return classification->form != CLASSIFICATION_LISTED || !classification->ordered ||
	       classification->count >= SLOPE_GROUPS_LEAST;
}

void judge_dimension(const struct judging *judging, struct coverage_cell *cell)
{
	const struct dimensions *dimensions = judging->inputs->results->dataset->dimensions;
	struct coverage_cell best = *cell;
	bool any = false;

	judge_gap(judging, &best, STRING_COVERAGE_GAP_NO_DATA);
	for (size_t i = 0; i < dimensions->classification_count; i++) {
		struct coverage_cell one = *cell;

		if (strcmp(dimensions->classifications[i]->dimension, cell->dimension) != 0 ||
		    !is_full(dimensions->classifications[i]))
			continue;
		judge(judging, (int)i, &one);
		/* Of two gaps the one that knows of groups says more. */
		if (!any || one.state < best.state ||
		    (one.state == best.state && one.groups > best.groups))
			best = one;
		any = true;
	}
	*cell = best;
}

static bool counts_people(const struct indicator *indicator)
{
	return indicator->breakdowns[0] != '\0';
}

void judge_unasked(const struct judging *judging, const struct indicator *indicator,
		   struct coverage_cell *cell)
{
	bool is_age = strcmp(cell->dimension, "age") == 0;
	bool adjusted = strncmp(indicator->method, "dsr", 3) == 0;

	if (cell->state <= COVERAGE_IN_PART)
		return;
	cell->state = COVERAGE_NOT_APPLICABLE;
	cell->confidential = false;
	cell->reason = coverage_word(judging->inputs, is_age && adjusted ? STRING_COVERAGE_ADJUSTED
						      : counts_people(indicator)
							      ? STRING_COVERAGE_NO_MEANING
							      : STRING_COVERAGE_NOT_PEOPLE);
}
