/*
 * data_part.h - which part of a report its figures come from; for this folder alone.
 */
#ifndef GRADIENT_SPEC_DATA_PART_H
#define GRADIENT_SPEC_DATA_PART_H

struct arena;
struct xml_node;

/*
 * A digest that is the same for two trees of one report when nothing differs that data are read or figures worked out
 * by. The words of meta, body and what comes after it are left out, and where these stand; everything else counts,
 * with its place, since messages about data name it. To be called when parameters and includes are in place.
 */
const char *data_part_digest(struct arena *arena, const struct xml_node *root);

/*
 * Of one source; and of all beside sources that the reading of sources depends on: indicators, lookups, standards.
 * Trees of one report that agree in these read the same from the source.
 */
const char *data_source_digest(struct arena *arena, const struct xml_node *source);
const char *data_base_digest(struct arena *arena, const struct xml_node *root);

#endif
