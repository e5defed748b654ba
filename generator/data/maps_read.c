#include "data/maps_read.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/source.h"
#include "data/data_file.h"
#include "data/geojson.h"
#include "data/table.h"

enum { CODE, COLUMN, ROW, NAME, COLUMNS };

static const char *const columns[COLUMNS] = { "code", "column", "row", "name" };

/* Tiles hold words: more of them side by side would hold none. */
enum { TILES_MOST = 60 };

struct reader {
	struct arena *arena;
	const struct report *report;
	struct dataset *dataset;
	struct data_folders folders;
	struct diag_list *diags;
};

static const char *path_of(const struct reader *reader, const struct block *block,
			   const struct word *href)
{
	const struct source_spec file = { .at = block->at, .href = *href };

	return data_file_find(reader->arena, reader->report, &file, reader->folders, reader->diags);
}

static const char *key_of(const struct block *block)
{
	return block->boundary_key.text == NULL ? "code" : block->boundary_key.text;
}

static void read_map(struct reader *reader, const struct block *block)
{
	struct dataset *dataset = reader->dataset;
	struct map_file map = { .href = block->boundaries.text, .key = key_of(block) };
	struct arena *text;
	struct source *source;
	const char *path;

	if (map_file_find(dataset->maps, dataset->map_count, map.href, map.key) != NULL)
		return;
	path = path_of(reader, block, &block->boundaries);
	if (path == NULL)
		return;
	text = arena_new();
	source = source_read(text, path, arena_strdup(reader->arena, path), block->boundaries.at,
			     DIAG_DATA_UNREADABLE, reader->diags);
	if (source != NULL && geojson_read(reader->arena, source, &map, reader->diags)) {
		dataset->maps = arena_grow(reader->arena, dataset->maps, dataset->map_count,
					   &dataset->map_capacity, sizeof(map));
		dataset->maps[dataset->map_count++] = map;
	}
	arena_free(text);
}

/* A whole number from 1. */
static bool read_place(const struct table *table, size_t row, size_t column, unsigned *place)
{
	return number_parse_whole(table_cell(table, row, column), TILES_MOST, place) && *place > 0;
}

static bool is_taken(const struct tile_file *file, const struct tile_place *tile)
{
	for (size_t i = 0; i < file->count; i++)
		if (file->tiles[i].column == tile->column && file->tiles[i].row == tile->row)
			return true;
	return false;
}

static bool is_there(const struct tile_file *file, const char *code)
{
	for (size_t i = 0; i < file->count; i++)
		if (strcmp(file->tiles[i].code, code) == 0)
			return true;
	return false;
}

static void read_tile(struct reader *reader, const struct table *table, size_t row,
		      struct tile_file *file)
{
	struct tile_place tile = { .code = table_cell(table, row, CODE),
				   .name = table_cell(table, row, NAME) };

	if (!read_place(table, row, COLUMN, &tile.column) ||
	    !read_place(table, row, ROW, &tile.row))
		diag_add(reader->diags, DIAG_MAP_TILE, table_location(table, row, COLUMN),
			 arena_printf(reader->arena, "%s: column and row are numbers from 1 to 60",
				      tile.code),
			 NULL);
	else if (is_taken(file, &tile))
		diag_add(reader->diags, DIAG_MAP_TILE, table_location(table, row, COLUMN),
			 arena_printf(reader->arena, "%s stands where another one is", tile.code),
			 NULL);
	else if (is_there(file, tile.code))
		diag_add(reader->diags, DIAG_MAP_TILE, table_location(table, row, CODE),
			 arena_printf(reader->arena, "%s is there twice", tile.code), NULL);
	else
		file->tiles[file->count++] = tile;
}

static void read_tiles(struct reader *reader, const struct block *block)
{
	struct dataset *dataset = reader->dataset;
	struct tile_file file = { .href = block->tiles.text };
	struct table *table;
	const char *path;

	if (tile_file_find(dataset->tiles, dataset->tile_count, file.href) != NULL)
		return;
	path = path_of(reader, block, &block->tiles);
	table = path == NULL ? NULL
			     : table_read(reader->arena, arena_strdup(reader->arena, path),
					  block->tiles.at, columns, COLUMNS, NAME, reader->diags);
	if (table == NULL)
		return;
	file.tiles = arena_array(reader->arena, table->row_count, sizeof(*file.tiles));
	for (size_t row = 0; row < table->row_count; row++)
		read_tile(reader, table, row, &file);
	dataset->tiles = arena_grow(reader->arena, dataset->tiles, dataset->tile_count,
				    &dataset->tile_capacity, sizeof(file));
	dataset->tiles[dataset->tile_count++] = file;
}

static void read_blocks_of(struct reader *reader, const struct block *first)
{
	for (const struct block *block = first; block != NULL; block = block->next) {
		if (block->kind == BLOCK_CHART && block->boundaries.text != NULL)
			read_map(reader, block);
		if (block->kind == BLOCK_CHART && block->tiles.text != NULL)
			read_tiles(reader, block);
		read_blocks_of(reader, block->children);
	}
}

void maps_read(struct arena *arena, const struct report *report, struct dataset *dataset,
	       struct data_folders folders, struct diag_list *diags)
{
	struct reader reader = { arena, report, dataset, folders, diags };

	read_blocks_of(&reader, report->blocks);
	for (size_t i = 0; i < report->extract_count; i++)
		read_blocks_of(&reader, report->extracts[i].blocks);
}
