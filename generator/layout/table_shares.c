/*
 * table_shares.c - how the columns of a table of words share its width.
 */
#include <math.h>
#include <string.h>

#include "layout/table_parts.h"

bool has_weights(const struct table *table)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (table->columns[i].weight <= 0)
			return false;
	return true;
}

void share_by_weights(const struct table_setting *setting, const struct table_needs *needs,
		      double *widths)
{
	const struct table *table = setting->table;
	bool settled = false;

	memset(widths, 0, table->column_count * sizeof(*widths));
	while (!settled) {
		double left = needs->width, sum = 0;

		settled = true;
		for (size_t i = 0; i < table->column_count; i++) {
			if (widths[i] > 0)
				left -= widths[i];
			else
				sum += table->columns[i].weight;
		}
		for (size_t i = 0; i < table->column_count && settled; i++)
			if (widths[i] <= 0 &&
			    left * table->columns[i].weight / sum < needs->whole[i]) {
				widths[i] = needs->whole[i];
				settled = false;
			}
		for (size_t i = 0; i < table->column_count && settled; i++)
			if (widths[i] <= 0)
				widths[i] = left * table->columns[i].weight / sum;
	}
}

void share_by_content(const struct table_setting *setting, const struct table_needs *needs,
		      double *widths)
{
	size_t count = setting->table->column_count;
	double spare = needs->width, wanted = 0;

	for (size_t i = 0; i < count; i++) {
		spare -= needs->least[i];
		wanted += needs->best[i] - needs->least[i];
	}
	spare = fmax(0, spare);
	for (size_t i = 0; i < count; i++)
		widths[i] = needs->least[i] + (wanted <= 0 ? 0
							   : (needs->best[i] - needs->least[i]) *
								     fmin(1, spare / wanted));
	/* What nobody needs goes to the names, so that figures stand at the right edge. */
	widths[0] += fmax(0, spare - wanted);
}
