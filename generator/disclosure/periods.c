#include "base/arena.h"
#include "disclosure/cut_counts.h"
#include "disclosure/interval.h"
#include "disclosure/lines.h"

enum { PERIODS_MOST = 120 };

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
	struct cut_counts series = {
		.scratch = scratch,
		.structure = structure,
		.rule = structure_rule(structure, result, side),
		.places = arena_array(scratch, cluster->count, sizeof(size_t)),
		.counted = arena_array(scratch, cluster->count, sizeof(struct counted)),
		.protects_pieces = true,
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
		cut_counts_add_lines(&series);
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
