/*
 * glossary_texts.c - all words that the document prints, wherever they stand.
 */
#include "document/document.h"
#include "resolve/glossary_parts.h"

static void search_words(struct glossary_search *search, const char *words, struct location at)
{
	if (words != NULL)
		search_text(search, words, at, false);
}

static void search_runs(struct glossary_search *search, const struct text *text, struct location at)
{
	if (text->count == 0)
		return;
	search_words(search, text_plain(search->scratch, text), at);
	for (size_t i = 0; i < text->count; i++)
		if (text->runs[i]->note != NULL)
			search_runs(search, &text->runs[i]->note->text, at);
}

static void search_table(struct glossary_search *search, const struct table *table,
			 struct location at)
{
	for (size_t i = 0; i < table->column_count; i++)
		search_words(search, table->columns[i].heading, at);
	for (size_t row = 0; row < table->row_count; row++)
		for (size_t i = 0; i < table->column_count; i++) {
			search_runs(search, &table->rows[row].cells[i].text, at);
			search_runs(search, &table->rows[row].cells[i].detail, at);
		}
}

static void search_plot(struct glossary_search *search, const struct plot *plot, struct location at)
{
	search_words(search, plot->axis_title, at);
	search_words(search, plot->share_label, at);
	for (size_t i = 0; i < plot->category_count; i++)
		search_words(search, plot->categories[i].label, at);
	for (size_t i = 0; plot->series != NULL && i < plot->series_count; i++)
		search_words(search, plot->series[i].label, at);
}

static void search_node(struct glossary_search *search, const struct node *node)
{
	search_runs(search, &node->title, node->at);
	search_runs(search, &node->subtitle, node->at);
	search_runs(search, &node->text, node->at);
	search_runs(search, &node->long_description, node->at);
	if (node->plot != NULL)
		search_plot(search, node->plot, node->at);
	if (node->table != NULL)
		search_table(search, node->table, node->at);
	search_runs(search, &node->notes, node->at);
}

void search_document(struct glossary_search *search)
{
	const struct document *document = search->resolver->document;
	const struct node *root = document->root;

	search_words(search, document->title, root->at);
	search_words(search, document->subtitle, root->at);
	search_words(search, document->publisher, root->at);
	search_words(search, document->notice, root->at);
	search_words(search, document->cover_caption, root->at);
	for (const struct node *node = root; node != NULL; node = node_next(node, root))
		search_node(search, node);
}
