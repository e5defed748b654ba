/*
 * csvw.c - what programs need to know of the CSV files: Metadata Vocabulary for Tabular Data, W3C 2015.
 */
#include "base/buffer.h"
#include "base/json.h"
#include "sheets/sheet_files.h"

static void add_pair(struct buffer *out, const char *indent, const char *name, const char *text)
{
	if (text == NULL || text[0] == '\0')
		return;
	buffer_printf(out, "%s\"%s\": ", indent, name);
	json_add_text(out, text);
	buffer_add_text(out, ",\n");
}

/* Of the whole group: whom and when it is from, and how it may be used. */
static void add_group(const struct csvw_facts *facts, struct buffer *out)
{
	add_pair(out, "  ", "dc:title", facts->title);
	add_pair(out, "  ", "dc:description", facts->description);
	add_pair(out, "  ", "dc:publisher", facts->publisher);
	add_pair(out, "  ", "dc:language", facts->language);
	add_pair(out, "  ", "dc:subject", facts->keywords);
	add_pair(out, "  ", "dc:rights", facts->licence);
	if (facts->licence_href != NULL && facts->licence_href[0] != '\0') {
		buffer_add_text(out, "  \"dc:license\": { \"@id\": ");
		json_add_text(out, facts->licence_href);
		buffer_add_text(out, " },\n");
	}
	if (facts->date != NULL && facts->date[0] != '\0')
		buffer_printf(out,
			      "  \"dc:issued\": { \"@value\": \"%s\", \"@type\": \"xsd:date\" },\n",
			      facts->date);
}

static void add_datatype(const struct data_table *table, const struct data_column *column,
			 struct buffer *out)
{
	switch (column->type) {
	case DATA_TEXT:
		buffer_add_text(out, ", \"datatype\": \"string\"");
		return;
	case DATA_DATE:
		buffer_add_text(out, ", \"datatype\": { \"base\": \"date\", \"format\": "
				     "\"yyyy-MM-dd\" }");
		return;
	case DATA_NUMBER:
		buffer_add_text(out, ", \"datatype\": \"number\"");
		break;
	}
	/* A table as it is printed has shorthand among its numbers; the long format has a status. */
	if (table->is_printed)
		buffer_add_text(out,
				", \"null\": [\"\", \"[c]\", \"[k]\", \"[u]\", \"[x]\", \"[z]\"]");
}

static void add_column(const struct data_table *table, size_t at, struct buffer *out)
{
	const struct data_column *column = &table->columns[at];

	buffer_add_text(out, "          { \"name\": ");
	json_add_text(out, column->name);
	buffer_add_text(out, ", \"titles\": ");
	json_add_text(out, column->name);
	add_datatype(table, column, out);
	if (column->is_key && table->keys_are_unique)
		buffer_add_text(out, ", \"required\": true");
	buffer_add_text(out, ",\n            \"rdfs:label\": ");
	json_add_text(out, column->heading);
	if (column->description[0] != '\0') {
		buffer_add_text(out, ", \"dc:description\": ");
		json_add_text(out, column->description);
	}
	buffer_printf(out, " }%s\n", at + 1 < table->column_count ? "," : "");
}

static void add_keys(const struct data_table *table, struct buffer *out)
{
	bool begun = false;

	if (!table->keys_are_unique)
		return;
	buffer_add_text(out, "        \"primaryKey\": [");
	for (size_t i = 0; i < table->column_count; i++)
		if (table->columns[i].is_key) {
			buffer_add_text(out, begun ? ", " : "");
			json_add_text(out, table->columns[i].name);
			begun = true;
		}
	buffer_add_text(out, "],\n");
}

static void add_notes(const struct data_table *table, struct buffer *out)
{
	if (table->line_count == 0)
		return;
	buffer_add_text(out, "      \"notes\": [");
	for (size_t i = 0; i < table->line_count; i++) {
		buffer_add_text(out, i == 0 ? "\n        " : ",\n        ");
		json_add_text(out, table->lines[i]);
	}
	buffer_add_text(out, "\n      ],\n");
}

/* The numbers of what it is of in the report. */
static void add_identifiers(const struct data_table *table, struct buffer *out)
{
	if (table->part_count == 0 || table->parts[0]->label[0] == '\0') {
		add_pair(out, "      ", "dc:identifier", table->label);
		return;
	}
	buffer_add_text(out, "      \"dc:identifier\": [");
	for (size_t i = 0; i < table->part_count; i++) {
		buffer_add_text(out, i > 0 ? ", " : "");
		json_add_text(out, table->parts[i]->label);
	}
	buffer_add_text(out, "],\n");
}

static void add_table(const struct data_table *table, const struct csvw_facts *facts,
		      struct buffer *out)
{
	buffer_printf(out, "    {\n      \"url\": \"%s%s.csv\",\n", table->name, facts->suffix);
	add_identifiers(table, out);
	add_pair(out, "      ", "dc:title", table->title);
	add_pair(out, "      ", "dc:description",
		 table->alternative[0] != '\0' ? table->alternative : table->subtitle);
	add_pair(out, "      ", "dc:source", table->source);
	add_notes(table, out);
	buffer_add_text(out, "      \"tableSchema\": {\n");
	add_keys(table, out);
	buffer_add_text(out, "        \"columns\": [\n");
	for (size_t i = 0; i < table->column_count; i++)
		add_column(table, i, out);
	buffer_add_text(out, "        ]\n      }\n    }");
}

void csvw_write(const struct data_tables *tables, const struct csvw_facts *facts,
		struct buffer *out)
{
	buffer_add_text(out,
			"{\n  \"@context\": [\"http://www.w3.org/ns/csvw\", { \"@language\": ");
	json_add_text(out, facts->language);
	buffer_add_text(out, " }],\n");
	add_group(facts, out);
	buffer_add_text(out, "  \"tables\": [\n");
	for (size_t i = 0; i < tables->count; i++) {
		add_table(&tables->items[i], facts, out);
		buffer_add_text(out, i + 1 < tables->count ? ",\n" : "\n");
	}
	buffer_add_text(out, "  ]\n}\n");
}
