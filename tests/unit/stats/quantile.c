#include "stats/quantile.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "support/answers.h"
#include "support/vectors_random.h"

enum { AREAS_MOST = 5000 };

static size_t assign(const double *scores, size_t count, unsigned parts, bool highest_is_first,
		     unsigned *out)
{
	static double sorted[AREAS_MOST];
	size_t moved = AREAS_MOST;

	cr_assert_eq(quantile_assign(scores, count, parts, highest_is_first, sorted, out, &moved),
		     STATS_OK);
	return moved;
}

Test(quantile, puts_the_highest_scores_first_or_last)
{
	double scores[] = { 3, 9, 1, 7, 5 };
	unsigned highest[5], lowest[5];

	cr_assert_eq(assign(scores, 5, 5, true, highest), 0);
	cr_assert_eq(assign(scores, 5, 5, false, lowest), 0);
	cr_assert(highest[1] == 1 && highest[3] == 2 && highest[2] == 5);
	cr_assert(lowest[1] == 5 && lowest[3] == 4 && lowest[2] == 1);
}

Test(quantile, keeps_ties_together_and_counts_what_they_move)
{
	double scores[] = { 10, 9, 9, 9, 1, 0, -2, -3, -4, -5 };
	unsigned parts[10];

	/* The third and fourth area would be in part 2 by their places; their score has rank 2. */
	cr_assert_eq(assign(scores, 10, 5, true, parts), 2);
	cr_assert(parts[0] == 1 && parts[1] == 1 && parts[2] == 1 && parts[3] == 1);
	cr_assert(parts[4] == 3 && parts[9] == 5);
}

Test(quantile, puts_areas_that_all_tie_into_the_first_part)
{
	double scores[] = { 4, 4, 4, 4, 4, 4 };
	unsigned parts[6];

	cr_assert_eq(assign(scores, 6, 5, true, parts), 4);
	for (size_t i = 0; i < 6; i++)
		cr_assert_eq(parts[i], 1);
}

Test(quantile, takes_zero_and_minus_zero_for_a_tie)
{
	double scores[] = { 0.0, -0.0 };
	unsigned parts[2];

	cr_assert_eq(assign(scores, 2, 2, true, parts), 1);
	cr_assert(parts[0] == 1 && parts[1] == 1);
}

Test(quantile, needs_an_area_for_every_part)
{
	double scores[] = { 1, 2, 3, nan("") }, sorted[4];
	unsigned parts[4] = { 77 };
	size_t moved = 777;

	cr_assert_eq(quantile_assign(scores, 3, 5, true, sorted, parts, &moved),
		     STATS_TOO_FEW_GROUPS);
	cr_assert_eq(quantile_assign(scores, 3, 0, true, sorted, parts, &moved),
		     STATS_OUT_OF_RANGE);
	cr_assert_eq(quantile_assign(scores, 4, 2, true, sorted, parts, &moved),
		     STATS_OUT_OF_RANGE);
	cr_assert(parts[0] == 77 && moved == 777);
}

Test(quantile, parts_differ_by_one_area_at_most_without_ties)
{
	struct vectors_random random = { 16 };

	for (int i = 0; i < 300; i++) {
		static double scores[AREAS_MOST];
		static unsigned parts[AREAS_MOST];
		unsigned wanted = (unsigned)vectors_random_count(&random, 1, 20);
		size_t count = wanted + (size_t)vectors_random_count(&random, 0, 2000);
		size_t sizes[64] = { 0 }, least = AREAS_MOST, most = 0;

		for (size_t j = 0; j < count; j++)
			scores[j] = vectors_random_between(&random, 0, 1);
		cr_assert_eq(assign(scores, count, wanted, i % 2 == 0, parts), 0);
		for (size_t j = 0; j < count; j++) {
			cr_assert(parts[j] >= 1 && parts[j] <= wanted);
			sizes[parts[j]]++;
		}
		for (size_t part = 1; part <= wanted; part++) {
			least = sizes[part] < least ? sizes[part] : least;
			most = sizes[part] > most ? sizes[part] : most;
		}
		cr_assert_leq(most - least, 1);
	}
}

Test(quantile, never_ranks_a_higher_score_behind_a_lower_one)
{
	struct vectors_random random = { 17 };
	static double scores[300];
	static unsigned parts[300];

	for (size_t i = 0; i < 300; i++)
		scores[i] = floor(vectors_random_between(&random, 0, 40));
	assign(scores, 300, 7, true, parts);
	for (size_t i = 0; i < 300; i++)
		for (size_t j = 0; j < 300; j++)
			if (scores[i] > scores[j])
				cr_assert_leq(parts[i], parts[j]);
			else if (scores[i] == scores[j])
				cr_assert_eq(parts[i], parts[j]);
}

/*
 * Ranks the chosen rows that have a score and expects their column to hold the part, NA for
 * others.
 */
static void expect(const struct answers *vectors, const size_t *rows, size_t count,
		   const char *score, unsigned parts, bool highest_is_first, const char *column)
{
	static double scores[AREAS_MOST], sorted[AREAS_MOST];
	static unsigned got[AREAS_MOST];
	size_t scored = 0, moved;
	enum stats_outcome outcome;

	for (size_t i = 0; i < count; i++)
		scored += answers_number(vectors, rows[i], score, &scores[scored]);
	outcome = quantile_assign(scores, scored, parts, highest_is_first, sorted, got, &moved);
	for (size_t i = 0, next = 0; i < count; i++) {
		double want = nan(""), here;
		bool has_score = answers_number(vectors, rows[i], score, &here);

		answers_number(vectors, rows[i], column, &want);
		if (outcome == STATS_OK && has_score)
			cr_expect(got[next] == want, "row %zu: %u, not %g", rows[i] + 1, got[next],
				  want);
		else
			cr_expect(isnan(want), "row %zu: none, not %g", rows[i] + 1, want);
		next += has_score;
	}
}

static unsigned parts_named(const char *name)
{
	if (strcmp(name, "Quartile") == 0)
		return 4;
	if (strcmp(name, "Quintile") == 0)
		return 5;
	return strcmp(name, "Septile") == 0 ? 7 : 10;
}

/* Whether a row is ranked together with the one that leads the ranking. */
static bool belongs(const struct answers *vectors, size_t row, size_t leader)
{
	const char *set = answers_text(vectors, leader, "groupset");

	if (!answers_is(vectors, row, "groupset", set) ||
	    strncmp(answers_text(vectors, row, "test"), "Good", 4) != 0)
		return false;
	if (strcmp(set, "None") == 0)
		return true;
	if (!answers_is(vectors, row, "indsexref", answers_text(vectors, leader, "indsexref")))
		return false;
	return strcmp(set, "IndSex") == 0 ||
	       answers_is(vectors, row, "parentcode", answers_text(vectors, leader, "parentcode"));
}

Test(quantile, agrees_with_the_published_test_data)
{
	struct answers *vectors = answers_open_real("quantile.csv");
	static size_t rows[AREAS_MOST];

	for (size_t leader = 0; leader < answers_count(vectors); leader++) {
		bool one_ranking = answers_is(vectors, leader, "groupset", "None");
		size_t count = 0;

		for (size_t row = 0; row < answers_count(vectors); row++)
			if (belongs(vectors, row, leader))
				rows[count++] = row;
		/* Once for each ranking: with the first of its rows. */
		if (count == 0 || rows[0] != leader)
			continue;
		expect(vectors, rows, count, "value",
		       parts_named(answers_text(vectors, leader, "quantilenm")),
		       one_ranking ||
			       answers_is(vectors, leader, "polarity", "RAG - Low is good") ||
			       answers_is(vectors, leader, "polarity", "TRUE"),
		       "quantileingrp");
	}
	answers_close(vectors);
}
