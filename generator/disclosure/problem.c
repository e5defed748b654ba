#include "disclosure/problem.h"

#include <math.h>

#include "base/arena.h"

struct problem problem_new(struct arena *arena)
{
	return (struct problem){ .arena = arena };
}

size_t problem_count(struct problem *problem, const struct count *count)
{
	problem->counts = arena_grow(problem->arena, problem->counts, problem->count_count,
				     &problem->count_capacity, sizeof(*count));
	problem->counts[problem->count_count] = *count;
	return problem->count_count++;
}

void problem_line(struct problem *problem, struct span sum)
{
	problem->lines = arena_grow(problem->arena, problem->lines, problem->line_count,
				    &problem->line_capacity, sizeof(*problem->lines));
	problem->lines[problem->line_count++] =
		(struct line){ .first = problem->term_count, .sum = sum };
}

void problem_term(struct problem *problem, size_t count, double factor)
{
	problem->terms = arena_grow(problem->arena, problem->terms, problem->term_count,
				    &problem->term_capacity, sizeof(*problem->terms));
	problem->terms[problem->term_count++] =
		(struct line_term){ count, problem->line_count - 1, factor };
	problem->lines[problem->line_count - 1].length++;
}

void problem_drop_line(struct problem *problem)
{
	problem->term_count = problem->lines[--problem->line_count].first;
}

void problem_figure(struct problem *problem, size_t first, size_t second, double weight)
{
	problem->figures = arena_grow(problem->arena, problem->figures, problem->figure_count,
				      &problem->figure_capacity, sizeof(*problem->figures));
	problem->figures[problem->figure_count++] =
		(struct count_figure){ { first, second }, weight };
}

/* -- who belongs to whom ---------------------------------------------------------------------- */

static struct places places_new(struct problem *problem, size_t items)
{
	return (struct places){
		.first = arena_array(problem->arena, problem->count_count + 2,
				     sizeof(*problem->terms_of.first)),
		.items = arena_array(problem->arena, items + 1, sizeof(*problem->terms_of.items)),
	};
}

/* From how many each has, counted one place further on, to where the next of each goes. */
static void places_sum(struct places *places, size_t count)
{
	for (size_t i = 1; i <= count + 1; i++)
		places->first[i] += places->first[i - 1];
}

static void list_terms(struct problem *problem)
{
	struct places places = places_new(problem, problem->term_count);

	for (size_t i = 0; i < problem->term_count; i++)
		places.first[problem->terms[i].count + 2]++;
	places_sum(&places, problem->count_count);
	for (size_t i = 0; i < problem->term_count; i++)
		places.items[places.first[problem->terms[i].count + 1]++] = i;
	problem->terms_of = places;
}

static void list_figures(struct problem *problem)
{
	struct places places = places_new(problem, 2 * problem->figure_count);

	for (size_t i = 0; i < problem->figure_count; i++) {
		const size_t *counts = problem->figures[i].counts;

		places.first[counts[0] + 2]++;
		places.first[counts[1] + 2] += counts[1] != counts[0];
	}
	places_sum(&places, problem->count_count);
	for (size_t i = 0; i < problem->figure_count; i++) {
		const size_t *counts = problem->figures[i].counts;

		places.items[places.first[counts[0] + 1]++] = i;
		if (counts[1] != counts[0])
			places.items[places.first[counts[1] + 1]++] = i;
	}
	problem->figures_of = places;
}

void problem_close(struct problem *problem)
{
	list_terms(problem);
	list_figures(problem);
}

/* -- questions -------------------------------------------------------------------------------- */

struct span problem_span(const struct count *count)
{
	return count->hidden ? count->unseen : count->shown;
}

struct span problem_reach(const struct problem *problem, const struct line *line)
{
	struct span reach = { 0, 0 };

	for (size_t i = line->first; i < line->first + line->length; i++) {
		const struct line_term *term = &problem->terms[i];
		struct span span = problem_span(&problem->counts[term->count]);
		double low = term->factor * span.lower, high = term->factor * span.upper;

		reach.lower += fmin(low, high);
		reach.upper += fmax(low, high);
	}
	return reach;
}

/* The smaller of two counts goes first where as many figures are lost with each, then the one before the other. */
double problem_cost(const struct problem *problem, size_t count)
{
	const struct places *figures = &problem->figures_of;
	double size = problem->counts[count].size;
	double cost = 1 + size / (size + 1000) + 1e-9 * (double)count;

	for (size_t i = figures->first[count]; i < figures->first[count + 1]; i++) {
		const struct count_figure *figure = &problem->figures[figures->items[i]];

		if (!problem->counts[figure->counts[0]].hidden &&
		    !problem->counts[figure->counts[1]].hidden)
			cost += figure->weight;
	}
	return cost;
}
