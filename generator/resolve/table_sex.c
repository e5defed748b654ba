/*
 * table_sex.c - tables of every sex and group: the total of a sex, which its groups are compared with, then
 * the groups.
 */
#include "base/arena.h"
#include "resolve/table_parts.h"

static struct view view_of_sex(const struct values_table *table, int organisation, int sex)
{
	struct cell_key key = table->view.key;

	key.organisation = organisation;
	key.sex = sex;
	return view_of(table->resolver->arena, table->resolver->results, &key);
}

size_t views_of_rows(const struct values_table *table, struct view *views)
{
	if (!series_is(table, "sex")) {
		views[0] = table->view;
		return 1;
	}
	for (int sex = 0; sex < VIEWS_MOST; sex++)
		views[sex] = view_of_sex(table, table->view.key.organisation, sex);
	return VIEWS_MOST;
}

/* "Females aged 0 to 4", "Females, White". */
static void add_group_row(struct values_table *table, const struct view *view,
			  const struct view_group *group, const char *sex)
{
	const struct words *words = &table->resolver->words;
	const struct classification *classification = view->classification;
	bool age = classification->form == CLASSIFICATION_AGE_BANDS &&
		   classification->groups[group->group].kind == GROUP_ORDINARY;
	struct placeholder parts[] = {
		{ "sex", sex },
		{ "group",
		  (age ? words_group_phrase : words_group)(words, classification, group->group) },
		{ 0 },
	};

	add_row(table, view, group,
		words_fill(words, age ? STRING_SEX_AND_AGE : STRING_SEX_AND_GROUP, parts), false);
	parts[1].text = group_heard(table->resolver, classification, group->group);
	if (parts[1].text != NULL)
		row_is_heard(table, words_fill(words, STRING_SEX_AND_GROUP, parts));
}

static void add_rows_of_sex(struct values_table *table, const struct classification *sexes, int sex)
{
	const struct words *words = &table->resolver->words;
	struct view view = view_of_sex(table, table->view.key.organisation, sex);
	const char *population = words_group_phrase(words, sexes, sex);

	if (table->has_other)
		table->other = view_of_sex(table, table->other.key.organisation, sex);
	add_total_of(table, &view, population);
	if (table->has_other && table->has_comparison)
		add_total_of(table, &table->other, population);
	for (size_t i = 0; i < view.count; i++)
		if (view.groups[i].result != NULL)
			add_group_row(table, &view, &view.groups[i],
				      words_group_short(words, sexes, sex));
}

void add_sex_rows(struct values_table *table)
{
	const struct dimensions *dimensions = table->resolver->dataset->dimensions;
	int sexes = classification_find(dimensions, "sex");

	for (int sex = 0; sexes >= 0 && sex < VIEWS_MOST; sex++)
		add_rows_of_sex(table, dimensions->classifications[sexes], sex);
}
