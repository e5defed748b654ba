#include <math.h>

#include "base/arena.h"
#include "disclosure/interval.h"
#include "disclosure/lines.h"
#include "disclosure/pieces.h"

enum { PERIODS_MOST = 120 };

/* The same figure in periods that hang together by overlapping. */
struct series {
	struct arena *scratch;
	struct structure *structure;
	const struct disclosure_rule *rule;
	size_t *places; /* of its counts */
	struct counted *counted;
	size_t count;
};

/* -- one series ------------------------------------------------------------------------------------- */

static bool is_rounded(const struct series *series, double number)
{
	double step = series->rule->round_to;

	return step > 0 && remainder(number, step) == 0;
}

/* Numbers that were rounded before they came here do not add up exactly. */
static bool all_rounded(const struct series *series)
{
	for (size_t i = 0; i < series->count; i++) {
		const struct count *count = &series->structure->problem.counts[series->places[i]];

		if (count->known && !is_rounded(series, count->number))
			return false;
	}
	return true;
}

static void set_numbers(const struct series *series)
{
	bool rounded = all_rounded(series);

	for (size_t i = 0; i < series->count; i++) {
		const struct count *count = &series->structure->problem.counts[series->places[i]];

		if (!count->known)
			series->counted[i].number = problem_span(count);
		else if (rounded)
			series->counted[i].number = interval_shown(series->rule, count->number);
		else
			series->counted[i].number = (struct span){ count->number, count->number };
	}
}

/* People of a piece of time, whom nobody prints: to be protected when the others leave but one number. */
static size_t add_piece(const struct series *series, const struct piece *piece)
{
	bool certain = piece->range.lower == piece->range.upper;
	const struct disclosure_rule *rule = series->rule;
	struct count count = {
		.number = piece->number,
		.known = true,
		.hidden = true,
		.is_small = certain && piece->number > 0 && interval_is_small(rule, piece->number),
		.unseen = { 0, INFINITY },
		.small = { rule->hide_from, rule->hide_to },
		.least_values = rule->least_values,
	};

	return problem_count(&series->structure->problem, &count);
}

static void add_lines(const struct series *series)
{
	struct problem *problem = &series->structure->problem;
	struct pieces pieces;
	size_t *places;

	set_numbers(series);
	if (!pieces_cut(series->scratch, series->counted, series->count, &pieces))
		return;
	places = arena_array(series->scratch, pieces.count + 1, sizeof(*places));
	for (size_t i = 0; i < pieces.count; i++)
		places[i] = add_piece(series, &pieces.items[i]);
	for (size_t i = 0; i < series->count && pieces.count > 0; i++) {
		const struct stretch *days = &series->counted[i].days;

		problem_line(problem, (struct span){ 0, 0 });
		problem_term(problem, series->places[i], -1);
		for (size_t j = 0; j < pieces.count; j++)
			if (pieces.items[j].days.begin >= days->begin &&
			    pieces.items[j].days.end <= days->end)
				problem_term(problem, places[j], 1);
	}
}

/* -- periods that overlap ----------------------------------------------------------------------------- */

/* Periods of a dataset that hang together, by their places in its list. */
struct cluster {
	int periods[PERIODS_MOST];
	struct stretch days[PERIODS_MOST];
	size_t count;
};

static bool touches(const struct cluster *cluster, struct stretch days)
{
	for (size_t i = 0; i < cluster->count; i++)
		if (cluster->days[i].begin < days.end && days.begin < cluster->days[i].end)
			return true;
	return false;
}

/* Takes in all periods that overlap with one of the cluster, until there are no more. */
static void gather(const struct dataset *dataset, struct cluster *cluster, bool *taken)
{
	for (bool more = true; more;) {
		more = false;
		for (size_t i = 0; i < dataset->period_count; i++) {
			struct stretch days;

			if (taken[i] || cluster->count == PERIODS_MOST ||
			    !stretch_of(&dataset->periods[i], &days) ||
			    (cluster->count > 0 && !touches(cluster, days)))
				continue;
			taken[i] = more = true;
			cluster->days[cluster->count] = days;
			cluster->periods[cluster->count++] = (int)i;
		}
	}
}

/* True when the figure is there in an earlier period of the cluster, by which it was seen to. */
static bool was_seen(const struct structure *structure, const struct cluster *cluster,
		     const struct result *result)
{
	struct cell_key key = result->key;

	for (size_t i = 0; cluster->periods[i] != result->key.period; i++) {
		key.period = cluster->periods[i];
		if (results_find(structure->control->results, &key) != NULL)
			return true;
	}
	return false;
}

static void add_series(struct structure *structure, const struct cluster *cluster,
		       const struct result *result, enum count_side side)
{
	struct arena *scratch = arena_new();
	struct cell_key key = result->key;
	struct series series = {
		.scratch = scratch,
		.structure = structure,
		.rule = structure_rule(structure, result, side),
		.places = arena_array(scratch, cluster->count, sizeof(size_t)),
		.counted = arena_array(scratch, cluster->count, sizeof(struct counted)),
	};

	for (size_t i = 0; i < cluster->count; i++) {
		size_t place;

		key.period = cluster->periods[i];
		place = structure_find(structure, &key, side);
		if (place == NO_COUNT)
			continue;
		series.counted[series.count].days = cluster->days[i];
		series.places[series.count++] = place;
	}
	if (series.count > 1 && rule_is_guarded(series.rule))
		add_lines(&series);
	arena_free(scratch);
}

static void add_cluster(struct structure *structure, const struct cluster *cluster)
{
	const struct results *results = structure->control->results;

	for (size_t i = 0; i < results->count; i++) {
		const struct result *result = &results->items[i];
		bool within = false;

		for (size_t j = 0; j < cluster->count; j++)
			within = within || cluster->periods[j] == result->key.period;
		if (!within || was_seen(structure, cluster, result))
			continue;
		for (int side = NUMERATOR; side < COUNT_SIDES; side++)
			add_series(structure, cluster, result, (enum count_side)side);
	}
}

void lines_add_periods(struct structure *structure)
{
	const struct dataset *dataset = structure->control->results->dataset;
	struct arena *scratch = arena_new();
	bool *taken = arena_array(scratch, dataset->period_count + 1, sizeof(*taken));
	struct stretch days;

	for (size_t i = 0; i < dataset->period_count; i++) {
		struct cluster cluster = { .count = 0 };

		if (taken[i] || !stretch_of(&dataset->periods[i], &days))
			continue;
		taken[i] = true;
		cluster.days[0] = days;
		cluster.periods[cluster.count++] = (int)i;
		gather(dataset, &cluster, taken);
		if (cluster.count > 1)
			add_cluster(structure, &cluster);
	}
	arena_free(scratch);
}
