#include "data/age_bands.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "data/dataset_merge.h"

static bool is_open(const struct group *band)
{
	return band->upper < band->lower;
}

bool band_lies_in(const struct group *band, double lower, double upper)
{
	bool open = upper < lower;

	return band->lower >= lower && (open || (!is_open(band) && band->upper <= upper));
}

/* The widest of the bands that begin at an age and do not reach beyond the end; NULL when none does. */
static const struct observation *widest(const struct classification *ages,
					const struct observation *rows, size_t count, int except,
					double from, double upper)
{
	const struct observation *found = NULL;

	for (size_t i = 0; i < count; i++) {
		const struct group *band, *best;

		if (rows[i].age == AGE_ALL || rows[i].age == except)
			continue;
		band = &ages->groups[rows[i].age];
		if (band->lower != from || !band_lies_in(band, from, upper))
			continue;
		best = found == NULL ? NULL : &ages->groups[found->age];
		if (best == NULL ||
		    (!is_open(best) && (is_open(band) || band->upper > best->upper)))
			found = &rows[i];
	}
	return found;
}

bool bands_make_up(const struct classification *ages, const struct observation *rows, size_t count,
		   int except, double lower, double upper, struct quantity *sum)
{
	struct quantity total = { .state = VALUE_NOT_AVAILABLE };
	const struct observation *row;
	bool open = upper < lower;

	/* An open range stays open however far its beginning has moved. */
	for (double from = lower; open || from <= upper;) {
		const struct group *band;

		row = widest(ages, rows, count, except, from, open ? from - 1 : upper);
		if (row == NULL)
			return false;
		if (row->denominator.state == VALUE_NOT_AVAILABLE) {
			*sum = row->denominator;
			return true;
		}
		merge_quantity(&total, &row->denominator, true);
		band = &ages->groups[row->age];
		if (is_open(band))
			break;
		from = band->upper + 1;
	}
	*sum = total;
	return true;
}

bool bands_fit_into(const struct classification *ages, const struct observation *rows, size_t count,
		    double lower, double upper)
{
	const struct group range = { .lower = lower, .upper = upper };

	for (size_t i = 0; i < count; i++) {
		const struct group *band;

		if (rows[i].age == AGE_ALL)
			continue;
		band = &ages->groups[rows[i].age];
		if (!group_overlaps(band, &range))
			continue;
		if (!band_lies_in(band, lower, upper))
			return false;
		for (size_t j = 0; j < i; j++)
			if (rows[j].age != AGE_ALL &&
			    group_overlaps(band, &ages->groups[rows[j].age]))
				return false;
	}
	return true;
}

size_t bands_add_up(const struct classification *ages, struct observation *rows, size_t count,
		    int band)
{
	const struct group *range = &ages->groups[band];
	struct observation *sum = NULL;
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		if (rows[i].age == AGE_ALL ||
		    !band_lies_in(&ages->groups[rows[i].age], range->lower, range->upper)) {
			rows[kept++] = rows[i];
		} else if (sum == NULL) {
			sum = &rows[kept];
			rows[kept++] = rows[i];
			sum->age = band;
			/* Published values of narrow bands are none of the wide one. */
			sum->value = sum->lower = sum->upper = (struct quantity){ 0 };
		} else {
			merge_counts(sum, &rows[i]);
		}
	}
	return kept;
}

const char *bands_nearby(struct arena *arena, const struct classification *ages,
			 const struct observation *rows, size_t count, int band)
{
	enum { NAMED_MOST = 8 };
	struct buffer names;
	size_t named = 0;

	buffer_init(&names);
	for (size_t i = 0; i < count && named < NAMED_MOST; i++) {
		if (rows[i].age == AGE_ALL ||
		    !group_overlaps(&ages->groups[rows[i].age], &ages->groups[band]))
			continue;
		buffer_printf(&names, "%s%s", named == 0 ? "" : ", ",
			      ages->groups[rows[i].age].code);
		named++;
	}
	return buffer_finish(&names, arena);
}
