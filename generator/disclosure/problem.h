/*
 * problem.h - what readers know of counts: how wide each one is open, and which of them add up to which.
 *
 * Nothing of data sets is known here: counts are numbers by their place, lines are sums of counts (each times a
 * factor) that lie between two limits, figures are what is worked out from one or two counts and lost with them.
 */
#ifndef GRADIENT_DISCLOSURE_PROBLEM_H
#define GRADIENT_DISCLOSURE_PROBLEM_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* All that is possible of a number, ends included; +-INFINITY for none. */
struct span {
	double lower, upper;
};

struct count {
	double number;       /* what it is; meaningful when known */
	bool known;          /* the data tell the number */
	bool hidden;         /* not shown; set by protect() for further ones */
	bool may_hide;       /* can be hidden to protect others */
	bool is_told;        /* everybody knows it from elsewhere, however it stands here */
	bool is_small;       /* must be protected */
	bool exposed;        /* is small and nothing helps; set by protect() */
	struct span shown;   /* what readers see of it while it is shown */
	struct span unseen;  /* what they know of it while it is hidden */
	struct span small;   /* numbers that must stay possible, when it is one of them */
	double least_values; /* how many numbers must stay possible at least */
	double size;         /* to choose the smaller of two for hiding; 0 and more */
};

struct line_term {
	size_t count, line;
	double factor;
};

struct line {
	size_t first, length; /* of its terms */
	struct span sum;
};

/* A figure made of two counts: when one is hidden it is lost, and hiding the other costs nothing more. */
struct count_figure {
	size_t counts[2]; /* the same twice for a figure of one count */
	double weight;    /* what is lost with it */
};

/* Lists of places, one for every count, one behind the other. */
struct places {
	size_t *first; /* of count i: from first[i] to before first[i + 1] */
	size_t *items;
};

struct problem {
	struct arena *arena;
	struct count *counts;
	size_t count_count, count_capacity;
	struct line *lines;
	size_t line_count, line_capacity;
	struct line_term *terms;
	size_t term_count, term_capacity;
	struct count_figure *figures;
	size_t figure_count, figure_capacity;
	struct places terms_of, figures_of; /* of every count; set by problem_close() */
};

struct problem problem_new(struct arena *arena);

/* The place of the new count. */
size_t problem_count(struct problem *problem, const struct count *count);

/* Starts a line without terms, to which problem_term() adds. */
void problem_line(struct problem *problem, struct span sum);
void problem_term(struct problem *problem, size_t count, double factor);

/* Takes the last line back. */
void problem_drop_line(struct problem *problem);

void problem_figure(struct problem *problem, size_t first, size_t second, double weight);

/* Nothing is added afterwards. */
void problem_close(struct problem *problem);

/* What readers know of a count by itself. */
struct span problem_span(const struct count *count);

/* What a line can come to by what is known of each of its counts. */
struct span problem_reach(const struct problem *problem, const struct line *line);

/* What is lost when the count is hidden now; above 0. */
double problem_cost(const struct problem *problem, size_t count);

#endif
