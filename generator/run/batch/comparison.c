#include "run/batch/comparison.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "data/published_read.h"
#include "model/measure.h"
#include "model/result.h"
#include "run/batch/private.h"
#include "run/run.h"

/* +1: the statement hides what is shown here; -1: the other way round; 0: neither. */
static int compare(const struct result *here, const struct published_figure *there)
{
	bool hidden_here = here->value.state == VALUE_SUPPRESSED;
	bool hidden_there = there->value.state == VALUE_SUPPRESSED;
	int counts_here = (quantity_is_shown(&here->numerator) ? 1 : 0) +
			  (quantity_is_shown(&here->denominator) ? 1 : 0);
	int counts_there = (quantity_is_shown(&there->numerator) ? 1 : 0) +
			   (quantity_is_shown(&there->denominator) ? 1 : 0);

	if ((hidden_there && value_is_shown(&here->value)) || counts_here > counts_there)
		return 1;
	return (hidden_here && value_is_shown(&there->value)) || counts_here < counts_there ? -1
											    : 0;
}

static void tell(const struct run *run, struct location statement,
		 const struct published_figure *first, int direction, size_t count)
{
	diag_add(
		run->diags, DIAG_COMPARISON_DIFFERS, statement,
		arena_printf(run->arena, "%s, %s, %s, %s, %s: %s; %zu %s", first->indicator,
			     first->period.code, first->organisation, first->dimension,
			     first->group,
			     direction > 0 ? "hidden there, shown in the comparison"
					   : "shown there, hidden in the comparison",
			     count, count == 1 ? "figure differs" : "figures differ"),
		"give both reports the same data, rules and indicators, such as by one included file");
}

static void hold_against(const struct run *run, const struct published *statement,
			 struct location at)
{
	struct published_figure first = { 0 };
	size_t count = 0;
	int direction = 0;

	for (size_t i = 0; i < run->results->count; i++) {
		const struct result *here = &run->results->items[i];
		struct published_figure figure =
			published_figure_of(run->results->dataset, &here->key);
		const struct published_figure *there;
		int found;

		figure.measure = measure_kind(MEASURE_VALUE)->name;
		there = published_find(statement, &figure, NULL);
		found = there == NULL ? 0 : compare(here, there);
		/* What the comparison gives away is told first. */
		if (found != 0 && (direction == 0 || found > direction)) {
			first = figure;
			direction = found;
		}
		count += found != 0;
	}
	if (count > 0)
		tell(run, at, &first, direction, count);
}

bool comparison_agrees(const struct batch *batch, const struct run *run)
{
	size_t missing = 0;

	for (size_t i = 0; i < batch->count; i++) {
		const struct batch_item *item = &batch->items[i];
		const char *path = path_join(run->arena, batch->folder,
					     arena_printf(run->arena, "%s/results.csv", item->key));
		const struct published *statement;

		if (item->is_comparison)
			continue;
		if (!path_exists(path)) {
			missing++;
			continue;
		}
		statement =
			published_file_read(run->arena, path, (struct location){ 0 }, run->diags);
		if (statement != NULL)
			hold_against(run, statement, item->at);
	}
	if (missing > 0)
		diag_addf(run->diags, DIAG_COMPARISON_UNCHECKED,
			  (struct location){ .file = run->report->file }, "%zu of %zu", missing,
			  batch->count - 1);
	return diag_errors(run->diags) == 0;
}

/* -- an earlier one ---------------------------------------------------------------------------- */

/* A place that nothing has yet. */
static const char *place_of(struct arena *arena, const char *folder, const char *key)
{
	const char *place = path_join(arena, folder, key);

	for (unsigned i = 2; path_exists(place); i++)
		place = path_join(arena, folder, arena_printf(arena, "%s-%u", key, i));
	return place;
}

static void withdraw(const struct batch *batch, const struct batch_item *item)
{
	struct arena *arena = batch->arena;
	const char *folder = path_join(arena, batch->folder, item->key);
	const char *withdrawn = path_join(arena, private_folder(batch), "withdrawn");
	const char *place = place_of(arena, withdrawn, item->key);
	bool moved = (mkdir(withdrawn, 0700) == 0 || errno == EEXIST) && rename(folder, place) == 0;

	diag_addf(batch->line->diags, DIAG_COMPARISON_WITHDRAWN, item->at,
		  moved ? "%s was moved to %s" : "%s could not be moved: %s", folder,
		  moved ? place : strerror(errno));
}

void comparison_withdraw(const struct batch *batch)
{
	for (size_t i = 0; i < batch->count; i++) {
		const struct batch_item *item = &batch->items[i];

		if (item->is_comparison && item->mine && item->status == BATCH_FAILED &&
		    path_exists(path_join(batch->arena, batch->folder, item->key)))
			withdraw(batch, item);
	}
}
