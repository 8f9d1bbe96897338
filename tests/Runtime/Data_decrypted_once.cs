using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;

namespace DoOAuth.Tests;

/// <summary>The callback reads what login has just encrypted, and the next pages what the callback has, without decrypting it again.</summary>
public sealed class Data_decrypted_once : ScriptedTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly CountingProtector _counted = new();
    private readonly RecentPlaintext _recent;

    public Data_decrypted_once() => _recent = new RecentPlaintext(_counted, _time);

    [Fact]
    public void What_was_just_encrypted_is_not_decrypted()
    {
        var protectedData = _recent.Protect([1, 2, 3]);

        Assert.Equal([1, 2, 3], _recent.Unprotect(protectedData));
        Assert.Equal(0, _counted.Decryptions);
    }

    [Fact]
    public void What_another_machine_encrypted_is_decrypted_once()
    {
        var protectedData = _counted.Protect([1, 2, 3]);

        Assert.Equal([1, 2, 3], _recent.Unprotect(protectedData));
        Assert.Equal([1, 2, 3], _recent.Unprotect(protectedData));
        Assert.Equal(1, _counted.Decryptions);
    }

    [Fact]
    public void After_a_minute_it_is_decrypted_again_however_often_it_was_read()
    {
        var protectedData = _recent.Protect([1, 2, 3]);
        for (var second = 0; second < 59; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            _recent.Unprotect(protectedData);
        }

        Assert.Equal(0, _counted.Decryptions);
        _time.Advance(TimeSpan.FromSeconds(1));
        _counted.IsRevoked = true;

        Assert.Throws<CryptographicException>(() => _recent.Unprotect(protectedData));
    }

    [Fact]
    public void Every_changed_byte_is_noticed()
    {
        var protectedData = _recent.Protect([1, 2, 3]);

        Assert.All(Enumerable.Range(0, protectedData.Length), place =>
        {
            byte[] changed = [.. protectedData];
            changed[place] ^= 1;
            Assert.Throws<CryptographicException>(() => _recent.Unprotect(changed));
        });
        Assert.Throws<CryptographicException>(() => _recent.Unprotect(protectedData[..^1]));
        Assert.ThrowsAny<CryptographicException>(() => _recent.Unprotect([]));
    }

    [Fact]
    public void Data_for_one_purpose_is_not_read_for_another()
    {
        var protectedData = _recent.Protect([1, 2, 3]);

        Assert.Throws<CryptographicException>(() => _recent.CreateProtector("other").Unprotect(protectedData));
    }

    [Fact]
    public void Long_data_is_not_remembered()
    {
        var protectedData = _recent.Protect(new byte[5000]);

        Assert.Equal(5000, _recent.Unprotect(protectedData).Length);
        Assert.Equal(1, _counted.Decryptions);
    }

    [Fact]
    public async Task A_sign_in_and_its_first_page_decrypt_nothing()
    {
        var counted = new CountingProtector();
        var app = await StartAsync(build: builder => builder.Services.AddSingleton<IDataProtectionProvider>(counted));
        using var browser = app.NewBrowser();

        await browser.SignInAsync();
        var page = await browser.GetAsync("/me");

        Assert.Equal(200, page.Status);
        Assert.Equal(2, counted.Encryptions);
        Assert.Equal(0, counted.Decryptions);
    }

    [Fact]
    public async Task The_authentication_middleware_creates_no_handler_for_the_callback()
    {
        var app = await StartAsync();

        Assert.Empty(await app.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetRequestHandlerSchemesAsync());
    }

    /// <summary>Counts what it decrypts, with the framework's encryption.</summary>
    private sealed class CountingProtector : IDataProtector
    {
        private readonly IDataProtector _inner;
        private readonly CountingProtector _root;
        private int _encryptions;
        private int _decryptions;

        public CountingProtector()
            : this(new EphemeralDataProtectionProvider().CreateProtector("test"), root: null)
        {
        }

        private CountingProtector(IDataProtector inner, CountingProtector? root)
        {
            _inner = inner;
            _root = root ?? this;
        }

        public int Encryptions => _encryptions;

        public int Decryptions => _decryptions;

        public bool IsRevoked { get; set; }

        public IDataProtector CreateProtector(string purpose) => new CountingProtector(_inner.CreateProtector(purpose), _root);

        public byte[] Protect(byte[] plaintext)
        {
            Interlocked.Increment(ref _root._encryptions);
            return _inner.Protect(plaintext);
        }

        public byte[] Unprotect(byte[] protectedData)
        {
            Interlocked.Increment(ref _root._decryptions);
            return _root.IsRevoked ? throw new CryptographicException("The key is revoked.") : _inner.Unprotect(protectedData);
        }
    }
}
