/*
 * table_references.c - what the note of a table says of columns that compare two groups: with which one.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "resolve/table_parts.h"

static bool has_reference(const struct values_table *table, size_t column)
{
	const struct measure_choice *choice = &table->figures[column].choice;

	return table->figures[column].kind == FIGURE_MEASURE &&
	       table->view.classification != NULL &&
	       measure_kind(choice->measure)->scope == MEASURE_SCOPE_PAIR &&
	       (choice->reference != REFERENCE_BY_MEASURE || view_least(&table->view) != NULL);
}

/* The group that figures of a column are compared with; GROUP_ALL for everybody. */
static int reference_of(const struct values_table *table, size_t column)
{
	int reference = table->figures[column].choice.reference;

	return reference == REFERENCE_BY_MEASURE ? view_least(&table->view)->group : reference;
}

/* "all people"; of a table by sex those of the same. */
static const char *all_words(const struct values_table *table)
{
	const struct words *words = &table->resolver->words;
	struct placeholder parts[] = {
		{ "population", words_whole(words, table->view.indicator) },
		{ "group", "" },
		{ 0 },
	};

	parts[1].text = words_fill(words, STRING_WHOLE_ALL, parts);
	return series_is(table, "sex") ? words_fill(words, STRING_REFERENCE_SAME_SEX, parts)
				       : parts[1].text;
}

static enum string_id id_of_place(const struct view *view, int group)
{
	const struct view_group *most = view_most(view), *least = view_least(view);

	if (most != NULL && most->group == group)
		return STRING_REFERENCE_MOST;
	return least != NULL && least->group == group ? STRING_REFERENCE_LEAST
						      : STRING_REFERENCE_BETWEEN;
}

/* "the least deprived fifth", "fifth 4"; groups without an order as their row calls them. */
static const char *group_words(const struct values_table *table, int group)
{
	const struct words *words = &table->resolver->words;
	const struct classification *classification = table->view.classification;

	if (group == GROUP_ALL)
		return all_words(table);
	if (!classification->ordered || classification->groups[group].kind == GROUP_UNKNOWN)
		return words_group(words, classification, group);
	return words_fill(words, id_of_place(&table->view, group),
			  (struct placeholder[]){
				  { "noun", classification->group_noun },
				  { "group", words_group_short(words, classification, group) },
				  { 0 } });
}

/* The same measure stands there with another reference: that of another period. */
static bool is_ambiguous(const struct values_table *table, size_t column)
{
	for (size_t i = 0; i < table->figure_count; i++)
		if (has_reference(table, i) &&
		    table->figures[i].choice.measure == table->figures[column].choice.measure &&
		    reference_of(table, i) != reference_of(table, column))
			return true;
	return false;
}

/* What the head of a column calls it, without unit: "Gap"; the author's own words as they are. */
static const char *column_name(const struct values_table *table, size_t column, bool begins)
{
	const struct resolver *resolver = table->resolver;
	const struct figure_column *figure = &table->figures[column];
	char *name;

	if (figure->heading != NULL)
		return figure->heading;
	name = arena_strdup(resolver->arena,
			    word_of(resolver, string_of_measure(figure->choice.measure)));
	if (!begins)
		name[0] = (char)tolower((unsigned char)name[0]);
	if (figure->period < 0 || !is_ambiguous(table, column))
		return name;
	return words_fill(
		&resolver->words, STRING_NAME_AND_MEASURE,
		(struct placeholder[]){
			{ "name", name },
			{ "measure",
			  words_period_short(&resolver->words,
					     &resolver->dataset->periods[figure->period]) },
			{ 0 } });
}

static bool is_listed(const char *const *names, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcasecmp(names[i], name) == 0)
			return true;
	return false;
}

/* The columns with the reference of the first of them, each name once: "Gap and ratio". */
static const char *columns_like(const struct values_table *table, size_t first)
{
	const char **names =
		arena_array(table->resolver->arena, table->figure_count, sizeof(*names));
	size_t count = 0;

	for (size_t i = first; i < table->figure_count; i++) {
		if (!has_reference(table, i) ||
		    reference_of(table, i) != reference_of(table, first))
			continue;
		names[count] = column_name(table, i, count == 0);
		count += !is_listed(names, count, names[count]);
	}
	return names_joined(&table->resolver->words, names, count);
}

static bool is_first(const struct values_table *table, size_t column)
{
	for (size_t i = 0; i < column; i++)
		if (has_reference(table, i) &&
		    reference_of(table, i) == reference_of(table, column))
			return false;
	return true;
}

void explain_references(const struct values_table *table, struct text *notes)
{
	struct resolver *resolver = table->resolver;

	for (size_t i = 0; i < table->figure_count; i++) {
		if (!has_reference(table, i) || !is_first(table, i))
			continue;
		append_sentence(
			resolver, notes,
			words_fill(&resolver->words, STRING_NOTE_REFERENCE,
				   (struct placeholder[]){
					   { "columns", columns_like(table, i) },
					   { "group", group_words(table, reference_of(table, i)) },
					   { 0 } }));
	}
}
