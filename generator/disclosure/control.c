#include "disclosure/control.h"

#include "base/arena.h"
#include "disclosure/interval.h"
#include "disclosure/lines.h"
#include "disclosure/protect.h"
#include "disclosure/structure.h"

/* Nothing small, nor left over by what adds up: nothing to protect. */
static bool has_small(const struct problem *problem)
{
	for (size_t i = 0; i < problem->count_count; i++)
		if (problem->counts[i].is_small)
			return true;
	return false;
}

static void take_over(const struct structure *structure, struct hiding *hiding)
{
	const struct results *results = structure->control->results;

	for (size_t i = 0; i < results->count; i++)
		for (int side = NUMERATOR; side < COUNT_SIDES; side++) {
			size_t place = structure->places[i][side];
			bool *hidden =
				side == NUMERATOR ? &hiding[i].numerator : &hiding[i].denominator;

			if (place == NO_COUNT)
				continue;
			*hidden = *hidden || structure->problem.counts[place].hidden;
			hiding[i].known_before[side] =
				*hidden && structure->problem.counts[place].is_told;
			hiding[i].exposed[side] = structure->problem.counts[place].exposed;
		}
}

void control_hide(const struct control *control, struct hiding *hiding)
{
	struct arena *scratch = arena_new();
	struct structure structure = structure_of(scratch, control, hiding);

	lines_add_sums(&structure);
	lines_add_totals(&structure);
	lines_add_bounds(&structure);
	lines_add_families(&structure);
	if (has_small(&structure.problem)) {
		lines_add_periods(&structure);
		lines_add_areas(&structure);
		lines_add_same_bodies(&structure);
		problem_close(&structure.problem);
		protect(&structure.problem);
	}
	take_over(&structure, hiding);
	arena_free(scratch);
}
