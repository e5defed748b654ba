#include "run/csv_cells.h"

#include "model/result.h"

void csv_add_key(struct buffer *out, const struct results *results, const struct cell_key *key)
{
	const struct dataset *dataset = results->dataset;
	const struct dimensions *dimensions = dataset->dimensions;
	int sexes = classification_find(dimensions, "sex");
	const struct classification *classification =
		key->classification < 0 ? NULL : dimensions->classifications[key->classification];

	csv_add_text(out, dataset->indicators->items[key->indicator].id);
	csv_add_cell(out, dataset->periods[key->period].code);
	csv_add_cell(out, dataset->organisations[key->organisation].code);
	csv_add_cell(out, classification == NULL ? "all" : classification->id);
	csv_add_cell(out, key->group < 0 ? "all" : classification->groups[key->group].label);
	csv_add_cell(out, key->sex < 0 || sexes < 0
				  ? "all"
				  : dimensions->classifications[sexes]->groups[key->sex].label);
}
