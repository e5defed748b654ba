/*
 * puzzle.h - numbers that somebody does not know, what he knows of them, and what that tells.
 *
 * A cell is a number of people; lines tell that some of them, each times a factor, add up to something
 * between two limits. Bounds are found by linear programming, those of few cells by trying all
 * whole numbers as well. Nothing of the program's disclosure control is used.
 */
#ifndef GRADIENT_TESTS_PUZZLE_H
#define GRADIENT_TESTS_PUZZLE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct puzzle;

/* A cell may be any number from 0 on until more is said; PUZZLE_NO_END for no upper bound. */
#define PUZZLE_NO_END 1e9

struct puzzle_range {
	double low, high;
};

struct puzzle_term {
	size_t cell;
	double factor;
};

struct puzzle *puzzle_new(struct arena *arena);

/* The cell of a name; a new one when there is none. */
size_t puzzle_cell(struct puzzle *puzzle, const char *name);

/* False when there is no cell of the name. */
bool puzzle_find(const struct puzzle *puzzle, const char *name, size_t *cell);
size_t puzzle_cell_count(const struct puzzle *puzzle);
const char *puzzle_cell_name(const struct puzzle *puzzle, size_t cell);

/* What is known of one cell; what was known before stays. */
void puzzle_bound(struct puzzle *puzzle, size_t cell, double low, double high);
struct puzzle_range puzzle_bounds(const struct puzzle *puzzle, size_t cell);

/* What is known of several together. */
void puzzle_line(struct puzzle *puzzle, const struct puzzle_term *terms, size_t count, double low,
		 double high);

/*
 * The least and the greatest number that each cell wanted can be. enough: where this much is possible nothing
 * more is asked (NULL: always the whole range). False when no numbers at all agree with what is known.
 */
bool puzzle_solve(const struct puzzle *puzzle, const size_t *wanted, size_t count,
		  const struct puzzle_range *enough, struct puzzle_range *found);

/*
 * The same in whole numbers by trying them; every cell must have an end. tries: how many steps at most. False
 * when that did not suffice or nothing agrees.
 */
bool puzzle_try_all(const struct puzzle *puzzle, size_t wanted, size_t tries,
		    struct puzzle_range *found);

#endif
