/* The registry of outputs. */

#include "device/device.h"

#include <criterion/criterion.h>
#include <string.h>

Test(device, is_listed_under_its_own_name)
{
	size_t count = 0;

	for (const struct device_entry *entry = devices(); entry->device != NULL;
	     entry++, count++) {
		cr_expect_str_eq(entry->name, entry->device->name);
		cr_expect_str_not_empty(entry->summary);
		for (const struct device_entry *other = devices(); other != entry; other++)
			cr_expect_str_neq(other->name, entry->name);
	}
	cr_expect_geq(count, 3);
}

Test(device, writes_either_pages_or_pictures)
{
	for (const struct device_entry *entry = devices(); entry->device != NULL; entry++) {
		const struct device *device = entry->device;

		cr_expect_neq(device->write_pages != NULL, device->write_picture != NULL, "%s",
			      entry->name);
		cr_expect_eq(device->suffix[0], '.', "%s", entry->name);
		for (const struct device_entry *other = devices(); other != entry; other++)
			cr_expect_str_neq(other->device->suffix, device->suffix);
	}
}
