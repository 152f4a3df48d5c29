// Proof that the check can fail: each line below is a fault of its own, and the
// compiler must find it. If it does not, this file fails.
import type { WebPage, WithContext } from "schema-dts";

type Page = WithContext<WebPage>;

// @ts-expect-error A property that schema.org does not have.
export const page: Page = { "@context": "https://schema.org", "@type": "WebPage", "checkedOn": "2026-11-21" };

// @ts-expect-error A property of something else.
export const service: Page = { "@context": "https://schema.org", "@type": "WebPage", "mainEntity": { "@type": "Service", "contactPoint": { "@type": "ContactPoint", "telephone": "1" } } };

// @ts-expect-error The same, further in.
export const channel: Page = { "@context": "https://schema.org", "@type": "WebPage", "mainEntity": { "@type": "Service", "availableChannel": { "@type": "ServiceChannel", "telephone": "1" } } };

// @ts-expect-error A type that schema.org does not have.
export const kind: Page = { "@context": "https://schema.org", "@type": "WebPage", "mainEntity": { "@type": "Helpline", "name": "A" } };

// @ts-expect-error A value of another type.
export const value: Page = { "@context": "https://schema.org", "@type": "WebPage", "breadcrumb": { "@type": "Offer", "price": 0 } };
