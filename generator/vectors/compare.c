/*
 * compare.c - the program's figures against the cells of a file, and what came of it.
 */
#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "stats/interval.h"
#include "vectors/vectors_file.h"

void vectors_fault(struct vectors *vectors, size_t row, const char *column, const char *format, ...)
{
	va_list arguments;
	const char *what;

	va_start(arguments, format);
	what = arena_vprintf(vectors->run->arena, format, arguments);
	va_end(arguments);
	vectors->result->failed++;
	diag_add(vectors->run->diags, DIAG_VECTORS_ROW, vectors_location(vectors, row, column),
		 what, NULL);
}

static void differ(struct vectors *expected, size_t row, const char *column, const char *want,
		   const char *got, const char *more)
{
	expected->result->failed++;
	diag_addf(expected->run->diags, DIAG_VECTORS_DIFFER,
		  vectors_location(expected, row, column), "%s: wanted %s, got %s%s", column, want,
		  got, more);
}

static const char *number_text(struct arena *arena, double number)
{
	char text[NUMBER_TEXT_MAX];

	if (isnan(number))
		return "no number";
	if (isinf(number))
		return number < 0 ? "-Inf" : "Inf";
	number_shortest(number, text);
	return arena_strdup(arena, text);
}

static struct vectors_tally *tally_of(struct vectors_result *result,
				      struct vectors_tolerance tolerance)
{
	bool drawn = tolerance.absolute > 0;
	size_t i = 0;

	while (i < result->tally_count &&
	       (result->tallies[i].drawn != drawn ||
		(!drawn && result->tallies[i].allowed != tolerance.share)))
		i++;
	if (i == VECTORS_TALLIES_MOST)
		return &result->tallies[VECTORS_TALLIES_MOST - 1];
	if (i == result->tally_count)
		result->tallies[result->tally_count++] =
			(struct vectors_tally){ .drawn = drawn, .allowed = tolerance.share };
	return &result->tallies[i];
}

double vectors_noise(double uncertainty)
{
	/* Some 50 units in the last place of values a hundred times their error. */
	return 1e-12 * fabs(uncertainty);
}

/* Figures compared for equality have no error to keep. */
static void note_error(struct vectors *expected, struct vectors_tolerance tolerance, double error,
		       double allowed)
{
	double share = error > 0 ? error / allowed : 0;
	struct vectors_tally *tally;

	if (allowed == 0)
		return;
	tally = tally_of(expected->result, tolerance);
	if (tally->compared++ > 0 && share <= tally->worst)
		return;
	tally->worst = share;
	tally->error = error;
	tally->allowed = allowed;
}

static void compare_numbers(struct vectors *expected, size_t row, const char *column, double want,
			    double got, struct vectors_tolerance tolerance)
{
	struct arena *arena = expected->run->arena;
	double unit = fmax(fabs(want), tolerance.floor);
	bool same = got == want || fabs(got - want) <= tolerance.rounding;
	double error = same ? 0 : fabs(got - want) / (unit > 0 ? unit : 1);
	double allowed = tolerance.absolute > 0 ? tolerance.absolute / (unit > 0 ? unit : 1)
						: tolerance.share;

	/* Infinite against finite; and what is no number at all never agrees. */
	if (!isfinite(error))
		error = HUGE_VAL;
	note_error(expected, tolerance, error, allowed);
	if (error > allowed)
		differ(expected, row, column, vectors_text(expected, row, column),
		       number_text(arena, got),
		       arena_printf(arena, ", error %.2g where %.2g is allowed", error, allowed));
}

void vectors_compare(struct vectors *expected, size_t row, const char *column, bool known,
		     double got, struct vectors_tolerance tolerance)
{
	double want;
	bool wanted = vectors_number(expected, row, column, &want);

	if (!vectors_has(expected, column))
		return;
	expected->result->compared++;
	if (wanted && known) {
		compare_numbers(expected, row, column, want, got, tolerance);
		return;
	}
	if (wanted != known)
		note_error(expected, tolerance, HUGE_VAL, tolerance.share + tolerance.absolute);
	if (wanted != known)
		differ(expected, row, column,
		       wanted ? vectors_text(expected, row, column) : "no value",
		       known ? number_text(expected->run->arena, got) : "no value", "");
}

void vectors_compare_text(struct vectors *expected, size_t row, const char *column, const char *got)
{
	const char *want = vectors_text(expected, row, column);
	bool wanted = !vectors_missing(expected, row, column);

	if (!vectors_has(expected, column))
		return;
	expected->result->compared++;
	if (wanted ? got == NULL || strcmp(want, got) != 0 : got != NULL)
		differ(expected, row, column, wanted ? want : "no value",
		       got == NULL ? "no value" : got, "");
}

void vectors_compare_estimate(struct vectors *expected, size_t row,
			      const char *const columns[static 3], bool known,
			      const struct estimate *got, double multiplier,
			      struct vectors_tolerance tolerance)
{
	const double figures[] = { got->value, got->limits.lower, got->limits.upper };

	for (size_t i = 0; i < 3; i++)
		if (columns[i] != NULL)
			vectors_compare(expected, row, columns[i], known, multiplier * figures[i],
					tolerance);
}

const char *vectors_kind(enum stats_outcome outcome)
{
	if (outcome == STATS_OK)
		return "ok";
	if (outcome == STATS_TOO_FEW_EVENTS)
		return "suppressed";
	return outcome == STATS_ZERO_EVENTS_IN_GROUP || outcome == STATS_ALL_EVENTS_IN_GROUP
		       ? "undefined"
		       : "error";
}

void vectors_compare_kind(struct vectors *expected, size_t row, const char *kind)
{
	const char *want = vectors_text(expected, row, "status");
	size_t length = strcspn(want, ":"), end = strlen(kind);

	if (!vectors_has(expected, "status"))
		return;
	expected->result->compared++;
	if (length < end || strncmp(want + length - end, kind, end) != 0 ||
	    (length > end && want[length - end - 1] != ' '))
		differ(expected, row, "status", want, kind, "");
}
