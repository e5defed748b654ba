/* The registry of editions. */

#include "run/edition.h"

#include <criterion/criterion.h>
#include <string.h>

#include "device/device.h"
#include "run/formats.h"

Test(edition, has_a_name_of_its_own_and_a_summary)
{
	size_t count = 0;

	for (const struct edition_entry *entry = editions(); entry->edition != NULL;
	     entry++, count++) {
		cr_expect_str_not_empty(entry->summary);
		cr_expect_not_null(entry->edition->make, "%s", entry->name);
		for (const struct edition_entry *other = editions(); other != entry; other++)
			cr_expect_str_neq(other->name, entry->name);
	}
	cr_expect_geq(count, 4);
}

Test(edition, those_by_default_are_the_first_choice)
{
	struct formats formats;

	formats_by_default(&formats);
	cr_assert_gt(formats.count, 0);
	for (const struct edition_entry *entry = editions(); entry->edition != NULL; entry++)
		cr_expect_eq(formats_has(&formats, entry->edition), entry->by_default, "%s",
			     entry->name);
}

Test(edition, devices_make_either_pages_or_pictures)
{
	static const struct device *const devices[] = { &device_pdf, &device_svg, &device_png,
							&device_dump };

	for (size_t i = 0; i < sizeof(devices) / sizeof(devices[0]); i++) {
		cr_expect_neq(devices[i]->write_pages != NULL, devices[i]->write_picture != NULL,
			      "%s", devices[i]->name);
		cr_expect_eq(devices[i]->suffix[0], '.', "%s", devices[i]->name);
	}
}
