#include "disclosure/solver.h"

#include <Clp_C_Interface.h>
#include <float.h>
#include <math.h>

#include "base/arena.h"

/* Of count i: what readers see of it, what is above and what below, in columns 3i, 3i + 1 and 3i + 2. */
enum { SEEN, ABOVE, BELOW, PARTS };

struct solver {
	const struct problem *problem;
	const struct part *part;
	Clp_Simplex *model;
	bool *inside;                 /* of every count of the problem: it is in the part */
	double *lower, *upper, *cost; /* of the columns */
	bool closed;
};

/* The library takes places as int; parts of a problem are far smaller. */
static int column_of(size_t at, int part)
{
	return (int)at * PARTS + part;
}

/* The library has a number of its own for no limit. */
static double bounded(double number)
{
	return fmin(fmax(number, -DBL_MAX), DBL_MAX);
}

/* -- columns ------------------------------------------------------------------------------------ */

static void set_column(struct solver *solver, size_t at, int part, double lower, double upper)
{
	int column = column_of(at, part);

	solver->lower[column] = bounded(lower);
	solver->upper[column] = bounded(fmax(lower, upper));
}

/* Limits of the three parts of a count so that together they are within the span. */
static void set_span(struct solver *solver, size_t at, struct span within)
{
	const struct count *count = &solver->problem->counts[solver->part->counts[at]];
	struct span seen = problem_span(count);
	struct span all = count->may_hide && !count->hidden ? count->unseen : seen;
	double lower = fmax(within.lower, fmin(all.lower, seen.lower));
	double upper = fmin(within.upper, fmax(all.upper, seen.upper));

	set_column(solver, at, SEEN, fmin(fmax(seen.lower, lower), seen.upper),
		   fmax(fmin(seen.upper, upper), seen.lower));
	set_column(solver, at, ABOVE, fmax(0, lower - seen.upper), fmax(0, upper - seen.upper));
	set_column(solver, at, BELOW, fmax(0, seen.lower - upper), fmax(0, seen.lower - lower));
}

void solver_hold(struct solver *solver, size_t at, struct span span)
{
	set_span(solver, at, span);
}

void solver_free(struct solver *solver, size_t at)
{
	set_span(solver, at, (struct span){ -INFINITY, INFINITY });
}

void solver_update(struct solver *solver)
{
	for (size_t i = 0; i < solver->part->count; i++) {
		size_t count = solver->part->counts[i];
		double cost = solver->problem->counts[count].hidden
				      ? 0
				      : problem_cost(solver->problem, count);

		solver_free(solver, i);
		solver->cost[column_of(i, ABOVE)] = cost;
		solver->cost[column_of(i, BELOW)] = cost;
	}
	Clp_chgObjCoefficients(solver->model, solver->cost);
}

/* -- rows --------------------------------------------------------------------------------------- */

/* Counts that are left out have one possible number, which is taken off the limits of the row. */
static struct span limits_of(const struct solver *solver, const struct line *line)
{
	const struct problem *problem = solver->problem;
	double outside = 0;

	for (size_t i = line->first; i < line->first + line->length; i++) {
		const struct line_term *term = &problem->terms[i];

		if (!solver->inside[term->count])
			outside += term->factor * problem_span(&problem->counts[term->count]).lower;
	}
	return (struct span){ bounded(line->sum.lower - outside),
			      bounded(line->sum.upper - outside) };
}

/* What is in the rows, column by column. */
struct matrix {
	int *starts, *places;
	double *factors;
};

static struct matrix matrix_of(struct arena *arena, const struct solver *solver, const int *row_of)
{
	const struct places *terms = &solver->problem->terms_of;
	const size_t *counts = solver->part->counts;
	size_t columns = solver->part->count * PARTS, room = 0, used = 0;
	struct matrix matrix;

	for (size_t i = 0; i < solver->part->count; i++)
		room += PARTS * (terms->first[counts[i] + 1] - terms->first[counts[i]]);
	matrix.starts = arena_array(arena, columns + 1, sizeof(*matrix.starts));
	matrix.places = arena_array(arena, room + 1, sizeof(*matrix.places));
	matrix.factors = arena_array(arena, room + 1, sizeof(*matrix.factors));
	for (size_t i = 0; i < columns; i++) {
		size_t count = counts[i / PARTS];

		matrix.starts[i] = (int)used;
		for (size_t j = terms->first[count]; j < terms->first[count + 1]; j++) {
			const struct line_term *term = &solver->problem->terms[terms->items[j]];

			matrix.places[used] = row_of[term->line];
			matrix.factors[used++] = i % PARTS == BELOW ? -term->factor : term->factor;
		}
	}
	matrix.starts[columns] = (int)used;
	return matrix;
}

static void load(struct solver *solver)
{
	struct arena *scratch = arena_new();
	const struct part *part = solver->part;
	double *lower = arena_array(scratch, part->line_count + 1, sizeof(*lower));
	double *upper = arena_array(scratch, part->line_count + 1, sizeof(*upper));
	int *row_of = arena_array(scratch, solver->problem->line_count + 1, sizeof(*row_of));
	struct matrix matrix;

	for (size_t i = 0; i < part->line_count; i++) {
		struct span limits = limits_of(solver, &solver->problem->lines[part->lines[i]]);

		row_of[part->lines[i]] = (int)i;
		lower[i] = limits.lower;
		upper[i] = limits.upper;
	}
	matrix = matrix_of(scratch, solver, row_of);
	Clp_loadProblem(solver->model, (int)part->count * PARTS, (int)part->line_count,
			matrix.starts, matrix.places, matrix.factors, solver->lower, solver->upper,
			solver->cost, lower, upper);
	arena_free(scratch);
}

/* -- life ----------------------------------------------------------------------------------------- */

static void destroy(void *solver)
{
	solver_close(solver);
}

struct solver *solver_open(struct arena *arena, const struct problem *problem,
			   const struct part *part)
{
	struct solver *solver = arena_alloc(arena, sizeof(*solver));
	size_t columns = part->count * PARTS;

	*solver = (struct solver){
		.problem = problem,
		.part = part,
		.model = Clp_newModel(),
		.inside = arena_array(arena, problem->count_count + 1, sizeof(bool)),
		.lower = arena_array(arena, columns + 1, sizeof(double)),
		.upper = arena_array(arena, columns + 1, sizeof(double)),
		.cost = arena_array(arena, columns + 1, sizeof(double)),
	};
	arena_own(arena, solver, destroy);
	Clp_setLogLevel(solver->model, 0);
	for (size_t i = 0; i < part->count; i++)
		solver->inside[part->counts[i]] = true;
	load(solver);
	solver_update(solver);
	return solver;
}

void solver_close(struct solver *solver)
{
	if (!solver->closed)
		Clp_deleteModel(solver->model);
	solver->closed = true;
}

/* -- solving -------------------------------------------------------------------------------------- */

bool solver_solve(struct solver *solver, double *numbers)
{
	const double *columns;

	Clp_chgColumnLower(solver->model, solver->lower);
	Clp_chgColumnUpper(solver->model, solver->upper);
	Clp_dual(solver->model, 0);
	if (Clp_status(solver->model) != 0)
		return false;
	columns = Clp_primalColumnSolution(solver->model);
	for (size_t i = 0; i < solver->part->count; i++)
		numbers[i] = columns[column_of(i, SEEN)] + columns[column_of(i, ABOVE)] -
			     columns[column_of(i, BELOW)];
	return true;
}

/* The end of a count in a direction, 1 down and -1 up. */
static bool find_end(struct solver *solver, size_t at, double direction, double *end)
{
	int column = column_of(at, SEEN);
	int status;

	solver->cost[column] = direction;
	Clp_chgObjCoefficients(solver->model, solver->cost);
	Clp_primal(solver->model, 0);
	solver->cost[column] = 0;
	status = Clp_status(solver->model);
	*end = status == 0 ? Clp_primalColumnSolution(solver->model)[column]
			   : -direction * (double)INFINITY;
	return status == 0 || status == 2;
}

bool solver_extremes(struct solver *solver, size_t at, struct span *extremes)
{
	size_t columns = solver->part->count * PARTS;
	bool found;

	for (size_t i = 0; i < solver->part->count; i++) {
		set_column(solver, i, ABOVE, 0, 0);
		set_column(solver, i, BELOW, 0, 0);
	}
	for (size_t i = 0; i < columns; i++)
		solver->cost[i] = 0;
	Clp_chgColumnLower(solver->model, solver->lower);
	Clp_chgColumnUpper(solver->model, solver->upper);
	found = find_end(solver, at, 1, &extremes->lower) &&
		find_end(solver, at, -1, &extremes->upper);
	solver_update(solver);
	return found;
}

const char *solver_library_version(void)
{
	return Clp_Version();
}

#ifdef __GLIBC__

#include <printf.h>

/*
 * The solver brings libquadmath along (for LAPACK), which as it is loaded tells the GNU C library how to print numbers
 * of 128 bits; from then on every number that any library prints goes the slow way through printf, at nearly twice the
 * cost. Such numbers are printed nowhere here: this function stands before that of the C library and takes no new type
 * of number, upon which libquadmath gives up.
 */
int register_printf_type(printf_va_arg_function *function)
{
	(void)function;
	return -1;
}

#endif
