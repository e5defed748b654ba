/*
 * attack_tables.h - random tables of many bodies and years, what the program publishes of them, and the truth.
 */
#ifndef GRADIENT_TESTS_ATTACK_TABLES_H
#define GRADIENT_TESTS_ATTACK_TABLES_H

#include <glib.h>

#include "support/published.h"
#include "support/small_people.h"
#include "support/trials.h"

/* Bodies and years of one run of the program: each of both is one place. */
enum { ATTACK_BODIES = 42, ATTACK_YEARS = TRIALS(6) };

/* True numbers of all places; for g_hash_table_destroy. */
GHashTable *attack_truth_new(void);

/* The number of a cell of a place, such as "2016/17 QE1"; NULL when nothing is told of it. */
const double *attack_true_number(GHashTable *truth, const char *place, const char *name);

/* Runs the program on tables under a rule; what it publishes, place by place. In the arena of the fixture. */
struct published attack_tables_build(const char *rule, enum people_shape shape, unsigned seed,
				     GHashTable *truth);

/* The same of rows that are given, numbers of people under the indicators C0, C1 ...; in the order of the file. */
struct published attack_counts_build(const char *rule, int indicators, const char *rows);

/* Where the figures of the place end that begin at first. */
size_t attack_place_end(const struct published *published, size_t first);

#endif
