/*
 * dataset_merge.h - the rows of all sources as one set of cells; shared by the files of this folder alone.
 */
#ifndef GRADIENT_DATA_DATASET_MERGE_H
#define GRADIENT_DATA_DATASET_MERGE_H

#include "model/dataset.h"
#include "model/reference.h"
#include "model/report.h"

struct arena;
struct diag_list;

/* Rows of populations, which belong to every indicator that names their source. */
struct dataset_parts {
	struct observation *populations;
	size_t population_count, population_capacity;
};

/*
 * Orders the periods, gives indicators their denominators from population sources, sorts, puts rows of one
 * cell together, fits age bands to the standard population, and says what contradicts itself or is missing.
 */
void dataset_merge(struct arena *arena, const struct report *report,
		   const struct reference *reference, struct dataset *dataset,
		   struct dataset_parts *parts, struct diag_list *diags);

/* Adds a row to those of the dataset, or of an indicator below 0 to the populations. */
void dataset_parts_add(struct arena *arena, struct dataset *dataset, struct dataset_parts *parts,
		       const struct observation *observation);

/* Sorts rows and puts those of one cell together; how many are left. */
size_t merge_sorted(const struct dataset *dataset, struct observation *rows, size_t count,
		    struct diag_list *diags);

/* Adds the counts of a row to those of another one. */
void merge_counts(struct observation *into, const struct observation *from);

/* One number from two, added up or the same. False when both say something and it is not the same. */
bool merge_quantity(struct quantity *into, const struct quantity *from, bool add);

/* Tells which ordered groups the body of the report lacks; without one, every body. */
void groups_check(const struct report *report, const struct dataset *dataset,
		  struct diag_list *diags);

/* Tells which ages of a life expectancy cannot be those of its table. */
void life_check(const struct dataset *dataset, struct diag_list *diags);

/* The second half: contradictions, groups and indicators without data, and what was left out. */
void dataset_check(const struct report *report, const struct dataset *dataset,
		   struct diag_list *diags);

#endif
