#include "data/standard_fit.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "data/age_bands.h"
#include "data/dataset_merge.h"

struct fitter {
	struct arena *arena;
	struct dataset *dataset;
	struct diag_list *diags;
	int indicator; /* the bands in said are of */
	int *said;
	size_t said_count, said_capacity;
};

/* The finest cut: what does not fit it fits no other one. */
static const struct standard_population *finest(const struct reference *reference, const char *name)
{
	const struct standard_population *found = NULL;

	for (size_t i = 0; i < reference->standard_count; i++)
		if (strcmp(reference->standards[i].name, name) == 0 &&
		    (found == NULL || reference->standards[i].count > found->count))
			found = &reference->standards[i];
	return found;
}

static bool fits(const struct standard_population *standard, const struct group *band)
{
	double weight;

	return standard_weight(standard, band->lower, band->upper, &weight);
}

/* The band of the standard that a narrower one lies in; NULL when it reaches beyond every one. */
static const struct standard_band *around(const struct standard_population *standard,
					  const struct group *band)
{
	for (size_t i = 0; i < standard->count; i++)
		if (band_lies_in(band, standard->bands[i].lower, standard->bands[i].upper))
			return &standard->bands[i];
	return NULL;
}

/* The number of a band among those of the dataset, new or known. */
static int band_number(struct fitter *fitter, const struct standard_band *band)
{
	return group_find_or_add(fitter->arena, fitter->dataset->ages,
				 age_band_code(fitter->arena, band->lower, band->upper));
}

/* The bands of the standard that share ages with a band of the data; "" when there are none. */
static const char *standard_nearby(struct arena *arena, const struct standard_population *standard,
				   const struct group *age)
{
	struct buffer names;

	buffer_init(&names);
	for (size_t i = 0; i < standard->count; i++) {
		const struct standard_band *band = &standard->bands[i];
		const struct group ages = { .lower = band->lower, .upper = band->upper };

		if (group_overlaps(&ages, age))
			buffer_printf(&names, "%s%s", names.length == 0 ? "" : ", ",
				      age_band_code(arena, band->lower, band->upper));
	}
	return buffer_finish(&names, arena);
}

/* True the first time for a band of an indicator. */
static bool is_new(struct fitter *fitter, const struct observation *row)
{
	if (fitter->indicator != row->key.indicator)
		fitter->said_count = 0;
	fitter->indicator = row->key.indicator;
	for (size_t i = 0; i < fitter->said_count; i++)
		if (fitter->said[i] == row->age)
			return false;
	fitter->said = arena_grow(fitter->arena, fitter->said, fitter->said_count,
				  &fitter->said_capacity, sizeof(*fitter->said));
	fitter->said[fitter->said_count++] = row->age;
	return true;
}

static void say_outside(struct fitter *fitter, const struct standard_population *standard,
			const struct observation *row)
{
	const struct group *age = &fitter->dataset->ages->groups[row->age];
	const char *nearby;

	if (!is_new(fitter, row))
		return;
	nearby = standard_nearby(fitter->arena, standard, age);
	diag_add(fitter->diags, DIAG_BAND_OUTSIDE_STANDARD,
		 observation_location(fitter->dataset, row),
		 arena_printf(fitter->arena, "%s of %s", age->code,
			      fitter->dataset->indicators->items[row->key.indicator].id),
		 arena_printf(fitter->arena, "%s has %s", standard->label,
			      nearby[0] == '\0' ? "no band with these ages" : nearby));
}

/* How many rows are left of a cell once its bands fit the standard, as far as they do. */
static size_t fit_cell(struct fitter *fitter, const struct standard_population *standard,
		       struct observation *rows, size_t count)
{
	struct dataset *dataset = fitter->dataset;

	/* Bands that overlap are a fault of their own, told later. */
	if (!bands_fit_into(dataset->ages, rows, count, 0, -1))
		return count;
	for (size_t i = 0; i < count; i++) {
		const struct standard_band *band;
		struct quantity people;

		if (rows[i].age == AGE_ALL || fits(standard, &dataset->ages->groups[rows[i].age]))
			continue;
		band = around(standard, &dataset->ages->groups[rows[i].age]);
		if (band == NULL ||
		    !bands_fit_into(dataset->ages, rows, count, band->lower, band->upper) ||
		    !bands_make_up(dataset->ages, rows, count, AGE_ALL, band->lower, band->upper,
				   &people)) {
			say_outside(fitter, standard, &rows[i]);
			continue;
		}
		count = bands_add_up(dataset->ages, rows, count, band_number(fitter, band));
	}
	return count;
}

void standards_fit(struct arena *arena, const struct reference *reference, struct dataset *dataset,
		   struct diag_list *diags)
{
	struct fitter fitter = {
		.arena = arena, .dataset = dataset, .diags = diags, .indicator = -1
	};
	size_t kept = 0, count = dataset->count;

	for (size_t i = 0, end; i < count; i = end) {
		struct observation *rows = &dataset->observations[i];
		const struct indicator *indicator =
			&dataset->indicators->items[rows->key.indicator];
		const struct standard_population *standard = finest(reference, indicator->standard);
		size_t left;

		for (end = i + 1; end < count; end++)
			if (cell_key_compare(&dataset->observations[end].key, &rows->key) != 0)
				break;
		left = standard == NULL ? end - i : fit_cell(&fitter, standard, rows, end - i);
		memmove(&dataset->observations[kept], rows, left * sizeof(*rows));
		kept += left;
	}
	if (kept < count)
		dataset->count = merge_sorted(dataset, dataset->observations, kept, diags);
}
