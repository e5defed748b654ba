#include "support/puzzle_parts.h"

#include <Clp_C_Interface.h>
#include <criterion/criterion.h>
#include <float.h>
#include <math.h>

#include "base/arena.h"

struct puzzle *puzzle_new(struct arena *arena)
{
	struct puzzle *puzzle = arena_alloc(arena, sizeof(*puzzle));

	*puzzle = (struct puzzle){ .arena = arena,
				   .places = g_hash_table_new(g_str_hash, g_str_equal) };
	return puzzle;
}

bool puzzle_find(const struct puzzle *puzzle, const char *name, size_t *cell)
{
	gpointer place;

	if (!g_hash_table_lookup_extended(puzzle->places, name, NULL, &place))
		return false;
	*cell = GPOINTER_TO_SIZE(place);
	return true;
}

size_t puzzle_cell(struct puzzle *puzzle, const char *name)
{
	size_t cell = puzzle->count;
	char *copy;

	if (puzzle_find(puzzle, name, &cell))
		return cell;
	copy = arena_strdup(puzzle->arena, name);
	puzzle->names = arena_grow(puzzle->arena, puzzle->names, puzzle->count,
				   &puzzle->name_capacity, sizeof(*puzzle->names));
	puzzle->bounds = arena_grow(puzzle->arena, puzzle->bounds, puzzle->count,
				    &puzzle->bound_capacity, sizeof(*puzzle->bounds));
	puzzle->names[cell] = copy;
	puzzle->bounds[cell] = (struct puzzle_range){ 0, PUZZLE_NO_END };
	g_hash_table_insert(puzzle->places, copy, GSIZE_TO_POINTER(cell));
	puzzle->count++;
	return cell;
}

size_t puzzle_cell_count(const struct puzzle *puzzle)
{
	return puzzle->count;
}

const char *puzzle_cell_name(const struct puzzle *puzzle, size_t cell)
{
	return puzzle->names[cell];
}

void puzzle_bound(struct puzzle *puzzle, size_t cell, double low, double high)
{
	struct puzzle_range *range = &puzzle->bounds[cell];

	range->low = fmax(range->low, low);
	range->high = fmin(range->high, high);
}

struct puzzle_range puzzle_bounds(const struct puzzle *puzzle, size_t cell)
{
	return puzzle->bounds[cell];
}

void puzzle_line(struct puzzle *puzzle, const struct puzzle_term *terms, size_t count, double low,
		 double high)
{
	struct puzzle_term *copy = arena_array(puzzle->arena, count, sizeof(*copy));

	for (size_t i = 0; i < count; i++)
		copy[i] = terms[i];
	puzzle->lines = arena_grow(puzzle->arena, puzzle->lines, puzzle->line_count,
				   &puzzle->line_capacity, sizeof(*puzzle->lines));
	puzzle->lines[puzzle->line_count++] = (struct line){ copy, count, low, high };
}

/* -- linear programming ------------------------------------------------------------------------- */

/* The cells that hang together with one of those wanted, and their columns. */
struct part {
	const struct puzzle *puzzle;
	int *columns; /* of every cell; 0: not in it, or known */
	int count;
	Clp_Simplex *program;
	double *goal;
};

static bool is_known(const struct puzzle *puzzle, size_t cell)
{
	return puzzle->bounds[cell].high - puzzle->bounds[cell].low < PUZZLE_NEARLY;
}

static bool is_touched(const struct part *part, const struct line *line)
{
	for (size_t i = 0; i < line->count; i++)
		if (part->columns[line->terms[i].cell] > 0)
			return true;
	return false;
}

static bool take_cell(struct part *part, size_t cell)
{
	if (part->columns[cell] > 0 || is_known(part->puzzle, cell))
		return false;
	part->columns[cell] = ++part->count;
	return true;
}

static void take_neighbours(struct part *part)
{
	const struct puzzle *puzzle = part->puzzle;

	for (bool more = true; more;) {
		more = false;
		for (size_t i = 0; i < puzzle->line_count; i++) {
			const struct line *line = &puzzle->lines[i];

			for (size_t j = 0; is_touched(part, line) && j < line->count; j++)
				more = take_cell(part, line->terms[j].cell) || more;
		}
	}
}

/* A line with what is not known of it; the rest goes into its limits. */
static void add_line(const struct part *part, const struct line *line, double *row, int *columns)
{
	double known = 0, low, high;
	int ends[2] = { 0, 0 };

	for (size_t i = 0; i < line->count; i++) {
		const struct puzzle_term *term = &line->terms[i];

		if (part->columns[term->cell] == 0) {
			known += term->factor * part->puzzle->bounds[term->cell].low;
			continue;
		}
		row[ends[1]] = term->factor;
		columns[ends[1]++] = part->columns[term->cell] - 1;
	}
	low = line->low > -PUZZLE_NO_END ? line->low - known : -DBL_MAX;
	high = line->high < PUZZLE_NO_END ? line->high - known : DBL_MAX;
	Clp_addRows(part->program, 1, &low, &high, ends, columns, row);
}

static void make_program(struct part *part)
{
	const struct puzzle *puzzle = part->puzzle;
	double *row = g_new(double, (size_t)part->count + 1);
	int *columns = g_new(int, (size_t)part->count + 1);

	part->program = Clp_newModel();
	part->goal = g_new0(double, (size_t)part->count);
	Clp_setLogLevel(part->program, 0);
	Clp_resize(part->program, 0, part->count);
	for (size_t i = 0; i < puzzle->count; i++)
		if (part->columns[i] > 0) {
			Clp_columnLower(part->program)[part->columns[i] - 1] =
				puzzle->bounds[i].low;
			Clp_columnUpper(part->program)[part->columns[i] - 1] =
				puzzle->bounds[i].high;
		}
	for (size_t i = 0; i < puzzle->line_count; i++)
		if (is_touched(part, &puzzle->lines[i]))
			add_line(part, &puzzle->lines[i], row, columns);
	g_free(row);
	g_free(columns);
}

void puzzle_widen(struct puzzle_range *range, double number)
{
	range->low = fmin(range->low, number);
	range->high = fmax(range->high, number);
}

/* Every solution tells of all cells what they can be. */
static void learn(const struct part *part, const size_t *wanted, size_t count,
		  struct puzzle_range *found)
{
	const double *numbers = Clp_getColSolution(part->program);

	for (size_t i = 0; i < count; i++)
		if (part->columns[wanted[i]] > 0)
			puzzle_widen(&found[i], numbers[part->columns[wanted[i]] - 1]);
}

static bool optimise(const struct part *part, bool most)
{
	Clp_chgObjCoefficients(part->program, part->goal);
	Clp_setOptimizationDirection(part->program, most ? -1 : 1);
	return Clp_primal(part->program, 0) == 0 && Clp_status(part->program) == 0;
}

static bool is_enough(const struct puzzle_range *enough, size_t place,
		      const struct puzzle_range *found, bool most)
{
	if (enough == NULL)
		return false;
	return most ? found[place].high > enough[place].high - PUZZLE_NEARLY
		    : found[place].low < enough[place].low + PUZZLE_NEARLY;
}

static void set_goals(const struct part *part, const size_t *wanted, size_t count, double factor)
{
	for (size_t i = 0; i < count; i++)
		if (part->columns[wanted[i]] > 0)
			part->goal[part->columns[wanted[i]] - 1] = factor;
}

/* All of them together first, which is often enough; then those that are left, one by one. */
static bool search(const struct part *part, const size_t *wanted, size_t count,
		   const struct puzzle_range *enough, struct puzzle_range *found, bool most)
{
	bool agrees = true;

	if (enough != NULL) {
		set_goals(part, wanted, count, 1);
		agrees = optimise(part, most);
		if (agrees)
			learn(part, wanted, count, found);
	}
	set_goals(part, wanted, count, 0);
	for (size_t i = 0; agrees && i < count; i++) {
		if (part->columns[wanted[i]] == 0 || is_enough(enough, i, found, most))
			continue;
		set_goals(part, &wanted[i], 1, 1);
		agrees = optimise(part, most);
		if (agrees)
			learn(part, wanted, count, found);
		set_goals(part, &wanted[i], 1, 0);
	}
	return agrees;
}

/* Those wanted that hang together with one of them. */
static bool solve_part(const struct puzzle *puzzle, size_t first, const size_t *wanted,
		       size_t count, const struct puzzle_range *enough, struct puzzle_range *found,
		       bool *done)
{
	struct part part = { .puzzle = puzzle, .columns = g_new0(int, puzzle->count) };
	bool agrees;

	take_cell(&part, wanted[first]);
	take_neighbours(&part);
	make_program(&part);
	agrees = search(&part, wanted, count, enough, found, true) &&
		 search(&part, wanted, count, enough, found, false);
	for (size_t i = 0; i < count; i++)
		done[i] = done[i] || part.columns[wanted[i]] > 0;
	Clp_deleteModel(part.program);
	g_free(part.goal);
	g_free(part.columns);
	return agrees;
}

bool puzzle_solve(const struct puzzle *puzzle, const size_t *wanted, size_t count,
		  const struct puzzle_range *enough, struct puzzle_range *found)
{
	bool *done = g_new0(bool, count), agrees = true;

	for (size_t i = 0; i < count; i++) {
		found[i] = (struct puzzle_range){ INFINITY, -INFINITY };
		if (!is_known(puzzle, wanted[i]))
			continue;
		found[i] = puzzle->bounds[wanted[i]];
		done[i] = true;
	}
	for (size_t i = 0; agrees && i < count; i++)
		if (!done[i])
			agrees = solve_part(puzzle, i, wanted, count, enough, found, done);
	g_free(done);
	return agrees;
}
