/*
 * methods_table.c - the table of the account: how each indicator was worked out.
 */
#include <string.h>

#include "base/arena.h"
#include "resolve/methods_parts.h"
#include "resolve/written.h"
#include "words/method_words.h"

static const char *listed(const struct resolver *resolver, const char *words, enum string_id id)
{
	return arena_printf(resolver->arena, "%s%s%s", words, words[0] == '\0' ? "" : ", ",
			    word_of(resolver, id));
}

static const char *methods_of(const struct account *account, int indicator)
{
	const char *words = "";

	for (const struct method_entry *at = methods(); at->method != NULL; at++)
		if (account_has_method(account, indicator, at->method))
			words = listed(account->resolver, words, method_words(at->method).name);
	return words[0] == '\0' ? word_of(account->resolver, STRING_METHODS_NUMBERS_ALONE) : words;
}

static const char *measures_of(const struct account *account, int indicator)
{
	const char *words = "";

	for (int m = 0; m < MEASURE_COUNT_OF; m++) {
		struct method_words names = measure_words((enum measure)m);

		if (names.name != STRING_COUNT && account->indicators[indicator].measures[m])
			words = listed(account->resolver, words, names.name);
	}
	return words[0] == '\0' ? word_of(account->resolver, STRING_METHODS_NONE) : words;
}

/* Rules of the sources of the figures that stand in the document. */
static const char *rules_of(const struct account *account, int indicator)
{
	const struct resolver *resolver = account->resolver;
	const struct reference *reference = resolver->reference;
	const bool *sources = account->indicators[indicator].sources;
	const char *words = "";

	for (size_t rule = 0; sources != NULL && rule < reference->rule_count; rule++) {
		bool used = false;

		for (size_t i = 0; i < resolver->dataset->source_count; i++)
			used = used || (sources[i] &&
					disclosure_rule_find(reference,
							     resolver->dataset->sources[i].rule) ==
						&reference->rules[rule]);
		if (used)
			words = arena_printf(resolver->arena, "%s%s%s", words,
					     words[0] == '\0' ? "" : ", ",
					     reference->rules[rule].id);
	}
	return words[0] == '\0' ? word_of(resolver, STRING_METHODS_NONE) : words;
}

static const char *name_of(const struct resolver *resolver, const struct indicator *indicator)
{
	const struct placeholder parts[] = {
		{ "name", words_capital(&resolver->words, indicator->short_name) },
		{ "id", indicator->id },
		{ 0 },
	};

	return indicator->set[0] == '\0'
		       ? parts[0].text
		       : words_fill(&resolver->words, STRING_METHODS_INDICATOR, parts);
}

/* What a row says of its indicators, behind their names. */
struct row_words {
	const char *methods, *measures, *rules;
};

static struct row_words row_words_of(const struct account *account, int indicator)
{
	return (struct row_words){ methods_of(account, indicator), measures_of(account, indicator),
				   rules_of(account, indicator) };
}

static bool say_the_same(const struct row_words *a, const struct row_words *b)
{
	return strcmp(a->methods, b->methods) == 0 && strcmp(a->measures, b->measures) == 0 &&
	       strcmp(a->rules, b->rules) == 0;
}

static struct table_cell *add_row(const struct account *account, struct table *table,
				  const struct row_words *words)
{
	struct resolver *resolver = account->resolver;
	struct table_cell *cells = written_row(resolver, table);

	cells[1].text = plain_text(resolver, words->methods);
	cells[2].text = plain_text(resolver, words->measures);
	cells[3].text = plain_text(resolver, words->rules);
	return cells;
}

/* As many classes of one family stand by the names of the first and the last. */
enum { CLASSES_NAMED_MOST = 4 };

static bool is_next_class(const struct indicator *before, const struct indicator *indicator)
{
	return before->class.known && indicator->class.known && before->family[0] != '\0' &&
	       strcmp(before->family, indicator->family) == 0 &&
	       before->class.to == indicator->class.from;
}

/* Those of the indicators from a place on that are used, worked out alike and classes of one family in their order. */
static size_t classes_from(const struct account *account, const int *used, size_t count)
{
	const struct indicator *items = account->resolver->dataset->indicators->items;
	const struct row_words words = row_words_of(account, used[0]);
	size_t classes = 1;

	while (classes < count && is_next_class(&items[used[classes - 1]], &items[used[classes]])) {
		const struct row_words next = row_words_of(account, used[classes]);

		if (!say_the_same(&words, &next))
			break;
		classes++;
	}
	return classes;
}

static const char *names_of(const struct account *account, const int *used, size_t count)
{
	const struct resolver *resolver = account->resolver;
	const struct indicator *items = resolver->dataset->indicators->items;

	if (count == 1)
		return name_of(resolver, &items[used[0]]);
	return words_fill(
		&resolver->words, STRING_METHODS_CLASSES,
		(struct placeholder[]){ { "n", words_number(&resolver->words, (double)count, 0) },
					{ "first", name_of(resolver, &items[used[0]]) },
					{ "last", name_of(resolver, &items[used[count - 1]]) },
					{ 0 } });
}

static size_t find_used(const struct account *account, int *used)
{
	size_t count = 0;

	for (size_t i = 0; i < account->resolver->dataset->indicators->count; i++)
		if (account->indicators[i].used)
			used[count++] = (int)i;
	return count;
}

/* Neighbours that were worked out alike share a row. */
static void add_rows(const struct account *account, struct table *table)
{
	struct resolver *resolver = account->resolver;
	int *used = arena_array(resolver->arena, resolver->dataset->indicators->count + 1,
				sizeof(*used));
	size_t count = find_used(account, used), together;
	struct row_words before = { 0 };
	struct table_cell *cells = NULL;

	for (size_t i = 0; i < count; i += together) {
		const struct row_words words = row_words_of(account, used[i]);

		together = classes_from(account, used + i, count - i);
		if (together <= CLASSES_NAMED_MOST)
			together = 1;
		if (cells == NULL || !say_the_same(&before, &words))
			cells = add_row(account, table, &words);
		begin_line(resolver, &cells[0].text);
		append_words(resolver, &cells[0].text, names_of(account, used + i, together));
		before = words;
	}
}

static struct table *new_table(struct resolver *resolver)
{
	static const struct {
		enum column_kind kind;
		enum string_id heading;
		double weight;
	} columns[] = {
		{ COLUMN_NAME, STRING_METHODS_COLUMN_INDICATOR, 11 },
		{ COLUMN_TEXT, STRING_METHODS_COLUMN_FIGURES, 6 },
		{ COLUMN_TEXT, STRING_METHODS_COLUMN_MEASURES, 8.5 },
		/* No name of a rule is broken. */
		{ COLUMN_WORD, STRING_METHODS_COLUMN_RULE, 5 },
	};
	enum { COUNT = sizeof(columns) / sizeof(columns[0]) };
	struct table *table = arena_alloc(resolver->arena, sizeof(*table));

	table->open = table->dense = true;
	table->column_count = COUNT;
	table->columns = arena_array(resolver->arena, COUNT, sizeof(*table->columns));
	for (size_t i = 0; i < COUNT; i++)
		table->columns[i] =
			(struct table_column){ .kind = columns[i].kind,
					       .heading = word_of(resolver, columns[i].heading),
					       .weight = columns[i].weight };
	return table;
}

void account_table(struct account *account, struct node *parent, unsigned number)
{
	struct resolver *resolver = account->resolver;
	struct table *table = new_table(resolver);
	struct node *node = node_new(resolver->arena, NODE_TABLE, parent->at);
	const struct block block = { .id = "" };
	unsigned last = resolver->tables;

	add_rows(account, table);
	if (table->row_count == 0)
		return;
	node->table = table;
	node->title = plain_text(resolver, word_of(resolver, STRING_METHODS_TABLE));
	resolver->tables = number - 1;
	number_table(resolver, &block, node);
	resolver->tables = last;
	node_append(parent, node);
}
